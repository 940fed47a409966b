package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Lets the runs of a dataset go on.
@Command(
        name = "resume",
        description = "Lets the runs of a dataset go on, those that wait and those to come.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 dataset resume argo")
final class DatasetResumeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
    private String reason = "";

    @Parameters(paramLabel = "DATASET", description = "The dataset's name.")
    private String name = "";

    DatasetResumeCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        DatasetActions.post("resume", name, reason, node, terminal);
        return ExitCode.DONE;
    }
}
