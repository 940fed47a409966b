package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Publishes nothing of a dataset until it is resumed.
@Command(
        name = "pause",
        description =
                "Publishes nothing of a dataset for a while: its events are taken and kept, their"
                        + " runs wait.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 dataset pause argo --reason \"wrong positions\"")
final class DatasetPauseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
    private String reason = "";

    @Parameters(paramLabel = "DATASET", description = "The dataset's name.")
    private String name = "";

    DatasetPauseCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        DatasetActions.post("pause", name, reason, node, terminal);
        return ExitCode.DONE;
    }
}
