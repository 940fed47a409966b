package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.settings.binding.Types;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

import java.time.Duration;

/// Whether to wait for the end of runs, and how long.
final class WaitOptions {

    @Option(names = "--wait", description = "Wait for the end of the run, and say how it ended.")
    private boolean wait;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            defaultValue = "60s",
            converter = Span.class,
            description = "How long --wait waits (default: ${DEFAULT-VALUE}).")
    private Duration patience = Duration.ofSeconds(60);

    boolean waits() {
        return wait;
    }

    Duration patience() {
        return patience;
    }

    /// Reads time spans as the configuration does.
    static final class Span implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            return Types.span(text);
        }
    }
}
