package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Lists the datasets with what they did today.
@Command(name = "list", description = "Lists the datasets, with what they did today (UTC).")
final class DatasetListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    DatasetListCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode datasets = api.get("/api/v1/datasets");
            if (node.json()) {
                terminal.out().println(datasets);
                return ExitCode.DONE;
            }
            var table =
                    new Table(
                            "DATASET",
                            "STATE",
                            "RECEIVED",
                            "SUCCEEDED",
                            "FAILED",
                            "IN PROGRESS",
                            "LAST PUBLISHED (UTC)",
                            "TOPIC");
            for (JsonNode dataset : datasets.path("items")) {
                JsonNode today = dataset.path("today");
                table.row(
                        Answers.text(dataset, "name"),
                        dataset.path("paused").asBoolean(false) ? "paused" : "running",
                        today.path("received").asString(),
                        today.path("succeeded").asString(),
                        today.path("failed").asString(),
                        today.path("in_progress").asString(),
                        Answers.time(dataset, "last_published"),
                        Answers.text(dataset, "topic"));
            }
            table.print(terminal.out());
            return ExitCode.DONE;
        }
    }
}
