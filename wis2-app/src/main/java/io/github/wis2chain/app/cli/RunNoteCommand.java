package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Adds a note to a run.
@Command(
        name = "note",
        description = "Adds a note to a run, for colleagues to read.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 run note 0N3K5Q8R7T2WX \"asked Coriolis for the file\""})
final class RunNoteCommand implements Callable<Integer> {

    private final RunActions actions;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "RUN", description = "The run's id.")
    private String id = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "The note.")
    private String text = "";

    RunNoteCommand(Terminal terminal) {
        this.node = new NodeOptions(terminal);
        this.actions = new RunActions(terminal, node);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            var run = actions.post(api, id, "notes", Optional.of(Map.entry("text", text)));
            actions.print(run, "The note was added to run %s.".formatted(id));
        }
        return ExitCode.DONE;
    }
}
