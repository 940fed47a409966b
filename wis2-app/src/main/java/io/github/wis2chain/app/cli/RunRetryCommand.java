package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Puts runs back to work, from the step that failed.
@Command(
        name = "retry",
        description = "Puts runs that failed or wait back to work, from the step that failed.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 run retry 0N3K5Q8R7T2WX --wait"})
final class RunRetryCommand implements Callable<Integer> {

    private final RunActions actions;

    @Mixin private NodeOptions node;

    @Mixin private WaitOptions wait = new WaitOptions();

    @Parameters(paramLabel = "RUN", arity = "1..*", description = "Ids of runs.")
    private List<String> ids = List.of();

    RunRetryCommand(Terminal terminal) {
        this.node = new NodeOptions(terminal);
        this.actions = new RunActions(terminal, node);
    }

    @Override
    public Integer call() {
        int worst = ExitCode.DONE;
        try (ApiClient api = node.client()) {
            for (String id : ids) {
                var run = actions.post(api, id, "retry", Optional.empty());
                int code =
                        actions.report(
                                api, run, wait, "Run %s was put back to work.".formatted(id));
                worst = Math.max(worst, code);
            }
        }
        return worst;
    }
}
