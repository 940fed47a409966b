package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.concurrent.Callable;

/// Takes events from a source again.
@Command(name = "resume", description = "Takes events from a source again.")
final class SourceResumeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(paramLabel = "SOURCE", description = "The source's name.")
    private String name = "";

    SourceResumeCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        SourceActions.post("resume", name, node, terminal);
        return ExitCode.DONE;
    }
}
