package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.settings.Sample;
import io.github.wis2chain.app.settings.binding.ShownText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

/// Shows every setting as it takes effect.
@Command(
        name = "show",
        description =
                "Shows every setting as it takes effect, with its origin; secrets are hidden.")
final class ConfigShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private ConfigOptions config;

    @Option(names = "--json", description = "Print the settings as JSON.")
    private boolean json;

    @Option(names = "--sample", description = "Print a sample configuration to begin with instead.")
    private boolean sample;

    ConfigShowCommand(Terminal terminal) {
        this.terminal = terminal;
        this.config = new ConfigOptions(terminal);
    }

    @Override
    public Integer call() {
        if (sample) {
            terminal.out().print(Sample.text());
            return ExitCode.DONE;
        }
        var read = config.readOrReport();
        if (json) {
            terminal.out().println(ShownText.json(read.shown()));
        } else {
            terminal.out().print(ShownText.yaml(read.shown()));
        }
        return ExitCode.DONE;
    }
}
