package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The log for people, as logback.xml writes it.
class LogLineTest {

    private final LoggerContext context = new LoggerContext();

    @Test
    void a_sender_writes_no_line_of_its_own_and_nothing_that_a_terminal_obeys() throws Exception {
        String line = written("Run 1: [a\r\n2026-11-29 ERROR all is lost\u001b[2J\u009b]", null);

        assertThat(line.lines()).hasSize(1);
        assertThat(line)
                .endsWith(
                        "INFO  b: Run 1: [a\\u000d\\u000a2026-11-29 ERROR all is"
                                + " lost\\u001b[2J\\u009b]\n");
    }

    @Test
    void a_trace_keeps_its_lines() throws Exception {
        String lines = written("It failed.", new IllegalStateException("\u001b[2J"));

        assertThat(lines)
                .contains(
                        "It failed.\njava.lang.IllegalStateException: \\u001b[2J\n\tat "
                                + getClass().getName());
        assertThat(lines).containsOnlyOnce("IllegalStateException");
    }

    private String written(String message, @Nullable Throwable failure) throws Exception {
        var configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(
                Objects.requireNonNull(getClass().getResource("/logback.xml"), "logback.xml"));
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var appender = (ConsoleAppender<ILoggingEvent>) root.getAppender("stderr");
        var event =
                new LoggingEvent(
                        getClass().getName(),
                        context.getLogger("a.b"),
                        Level.INFO,
                        "{}",
                        failure,
                        new Object[] {message});
        return new String(appender.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}
