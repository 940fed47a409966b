package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Takes no more events from a source; they stay with their sender.
@Command(
        name = "pause",
        description = "Takes no more events from a source; they stay with their sender.")
final class SourcePauseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(paramLabel = "SOURCE", description = "The source's name.")
    private String name = "";

    SourcePauseCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        SourceActions.post("pause", name, node, terminal);
        return ExitCode.DONE;
    }
}
