package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Puts runs back to work, from the step that failed.
@Command(
        name = "retry",
        description = "Puts runs that failed or wait back to work, from the step that failed.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run retry 0N3K5Q8R7T2WX --wait",
            "  wis2 run retry --state failed --cause LINK_STATUS --dry-run",
            "  wis2 run retry --state failed --cause LINK_STATUS --yes"
        })
final class RunRetryCommand implements Callable<Integer> {

    private final RunActions actions;
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Mixin private NodeOptions node;

    @Mixin private WaitOptions wait = new WaitOptions();

    @Mixin private BulkOptions many = new BulkOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "Ids of runs; or choose them by the options.")
    private List<String> ids = List.of();

    RunRetryCommand(Terminal terminal) {
        this.node = new NodeOptions(terminal);
        this.terminal = terminal;
        this.actions = new RunActions(terminal, node);
    }

    @Override
    public Integer call() {
        if (many.together(ids, spec)) {
            return new BulkRuns(terminal, node, many)
                    .perform(ids, "retry", "put back to work", Optional.empty());
        }
        try (ApiClient api = node.client()) {
            return actions.each(
                    ids,
                    id -> {
                        var run = actions.post(api, id, "retry", Optional.empty());
                        return actions.report(
                                api, run, wait, "Run %s was put back to work.".formatted(id));
                    });
        }
    }
}
