package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Ends runs that will not be repaired.
@Command(
        name = "discard",
        description = "Ends runs that failed or wait for good; they are kept with the reason.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 run discard 0N3K5Q8R7T2WX --reason \"test file\""})
final class RunDiscardCommand implements Callable<Integer> {

    private final RunActions actions;

    @Mixin private NodeOptions node;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids of runs.")
    private List<String> ids = List.of();

    RunDiscardCommand(Terminal terminal) {
        this.node = new NodeOptions(terminal);
        this.actions = new RunActions(terminal, node);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            for (String id : ids) {
                var run =
                        actions.post(api, id, "discard", Optional.of(Map.entry("reason", reason)));
                actions.print(run, "Run %s was discarded.".formatted(id));
            }
        }
        return ExitCode.DONE;
    }
}
