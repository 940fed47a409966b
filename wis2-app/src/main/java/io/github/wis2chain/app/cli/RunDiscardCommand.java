package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends runs that will not be repaired.
@Command(
        name = "discard",
        description = "Ends runs that failed or wait for good; they are kept with the reason.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run discard 0N3K5Q8R7T2WX --reason \"test file\"",
            "  wis2 run discard --cause EVENT_INVALID --reason \"tests\" --yes"
        })
final class RunDiscardCommand extends RunAct {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Parameters(
            paramLabel = "RUN",
            arity = "0..*",
            description = "Ids of runs; or choose them by the options.")
    private List<String> ids = List.of();

    RunDiscardCommand(Terminal terminal) {
        super(terminal, "discard", "discarded");
    }

    @Override
    public Integer call() {
        var why = Optional.of(Map.entry("reason", reason));
        return act(
                ids,
                why,
                (api, id) -> {
                    var run = actions().post(api, id, "discard", why);
                    actions().print(run, "Run %s was discarded.".formatted(id));
                    return ExitCode.DONE;
                });
    }
}
