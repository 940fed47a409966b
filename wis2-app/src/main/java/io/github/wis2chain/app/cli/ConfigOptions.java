package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.ConfigurationFile;
import io.github.wis2chain.app.settings.binding.InvalidSettings;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;

/// Which configuration to read.
final class ConfigOptions {

    private final Terminal terminal;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "The configuration (default: WIS2_CONFIG, else wis2.yaml here).")
    private @Nullable Path file;

    ConfigOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    Path file() {
        return file != null ? file : Path.of(terminal.variable("WIS2_CONFIG").orElse("wis2.yaml"));
    }

    /// Reads the configuration.
    ///
    /// @throws InvalidSettings with every problem
    /// @throws CommandFailure when there is no such file
    ConfigurationFile.Read<Settings> read() throws InvalidSettings {
        if (Files.notExists(file())) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED,
                    "there is no file %1$s; `wis2 config show --sample > %1$s` makes one to begin with."
                            .formatted(file()));
        }
        return Settings.load(file(), terminal.environment());
    }

    /// Reads the configuration; its problems go to standard error.
    ConfigurationFile.Read<Settings> readOrReport() {
        try {
            return read();
        } catch (InvalidSettings invalid) {
            invalid.problems().forEach(problem -> terminal.err().println(problem));
            throw new CommandFailure(
                    ExitCode.NOT_CONFORMING, summary(file(), invalid.problems().size()), invalid);
        }
    }

    static String summary(Path file, int problems) {
        return problems == 1
                ? "%s has a problem.".formatted(file)
                : "%s has %d problems.".formatted(file, problems);
    }
}
