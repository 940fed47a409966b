package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

import java.util.List;

/// Lists the datasets with what they did today.
@Command(name = "list", description = "Lists the datasets, with what they did today (UTC).")
final class DatasetListCommand extends Listing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("DATASET", "name"),
                    new Column(
                            "STATE",
                            dataset ->
                                    dataset.path("paused").asBoolean(false) ? "paused" : "running"),
                    today("RECEIVED", "received"),
                    today("SUCCEEDED", "succeeded"),
                    today("FAILED", "failed"),
                    today("IN PROGRESS", "in_progress"),
                    Column.time("LAST PUBLISHED (UTC)", "last_published"),
                    Column.text("TOPIC", "topic"));

    DatasetListCommand(Terminal terminal) {
        super(terminal, "/api/v1/datasets", COLUMNS);
    }

    private static Column today(String heading, String figure) {
        return new Column(heading, dataset -> dataset.path("today").path(figure).asString());
    }
}
