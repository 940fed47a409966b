package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Ends runs that will not be repaired.
@Command(
        name = "discard",
        description = "Ends runs that failed or wait for good; they are kept with the reason.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run discard 0N3K5Q8R7T2WX --reason \"test file\"",
            "  wis2 run discard --cause EVENT_INVALID --reason \"tests\" --yes"
        })
final class RunDiscardCommand implements Callable<Integer> {

    private final RunActions actions;
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Mixin private BulkOptions many = new BulkOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "Ids of runs; or choose them by the options.")
    private List<String> ids = List.of();

    RunDiscardCommand(Terminal terminal) {
        this.node = new NodeOptions(terminal);
        this.terminal = terminal;
        this.actions = new RunActions(terminal, node);
    }

    @Override
    public Integer call() {
        if (many.together(ids, spec)) {
            return new BulkRuns(terminal, node, many)
                    .perform(ids, "discard", "discarded", Optional.of(Map.entry("reason", reason)));
        }
        try (ApiClient api = node.client()) {
            return actions.each(
                    ids,
                    id -> {
                        var run =
                                actions.post(
                                        api,
                                        id,
                                        "discard",
                                        Optional.of(Map.entry("reason", reason)));
                        actions.print(run, "Run %s was discarded.".formatted(id));
                        return ExitCode.DONE;
                    });
        }
    }
}
