package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;

/// Shows a dataset with its effective configuration.
@Command(name = "show", description = "Shows a dataset with its effective configuration.")
final class DatasetShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(paramLabel = "DATASET", description = "The dataset's name.")
    private String name = "";

    DatasetShowCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode dataset = named(api.get("/api/v1/datasets").path("items"));
            if (node.json()) {
                terminal.out().println(dataset);
                return ExitCode.DONE;
            }
            var table = new Table("SETTING", "VALUE");
            table.row("metadata-id", Answers.text(dataset, "metadata_id"));
            table.row("topic", Answers.text(dataset, "topic"));
            dataset.path("settings")
                    .forEachEntry((key, value) -> table.row(key, Answers.text(value)));
            table.print(terminal.out());
            return ExitCode.DONE;
        }
    }

    private JsonNode named(JsonNode datasets) {
        return StreamSupport.stream(datasets.spliterator(), false)
                .filter(dataset -> Answers.text(dataset, "name").equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(
                                ExitCode.USAGE,
                                "there is no dataset [%s]; `wis2 dataset list` shows them"
                                        .formatted(name)));
    }
}
