package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;

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
final class RunRetryCommand extends RunAct {

    @Mixin private WaitOptions wait = new WaitOptions();

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "Ids of runs; or choose them by the options.")
    private List<String> ids = List.of();

    RunRetryCommand(Terminal terminal) {
        super(terminal, "retry", "put back to work");
    }

    @Override
    public Integer call() {
        return act(
                ids,
                Optional.empty(),
                (api, id) -> {
                    var run = actions().post(api, id, "retry", Optional.empty());
                    return actions()
                            .report(api, run, wait, "Run %s was put back to work.".formatted(id));
                });
    }
}
