package io.github.wis2chain.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;

import io.github.wis2chain.app.settings.LogSettings;

import org.slf4j.LoggerFactory;

import java.net.URL;
import java.util.Objects;

/// Applies the log settings to what logback.xml began with.
final class Logs {

    private static final String OURS = "io.github.wis2chain";

    private Logs() {}

    static void apply(LogSettings settings) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            throw new IllegalStateException("the logging library is not Logback");
        }
        if (settings.format() == LogSettings.Format.JSON) {
            configure(context, "/logback-json.xml");
        }
        context.getLogger(OURS).setLevel(Level.toLevel(settings.level().name()));
    }

    private static void configure(LoggerContext context, String resource) {
        URL configuration = Objects.requireNonNull(Logs.class.getResource(resource), resource);
        context.reset();
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        try {
            configurator.doConfigure(configuration);
        } catch (JoranException wrong) {
            throw new IllegalStateException(resource + " is not a configuration", wrong);
        }
    }
}
