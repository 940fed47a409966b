package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/// Lists notifications, newest first.
@Command(
        name = "list",
        description = "Lists notifications, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 notification list --dataset argo --since 2026-11-23",
            "  wis2 notification list --rel deletion",
            "  wis2 notification list --search IOPX01_LFVX_251403.BU"
        })
final class NotificationListCommand extends PagedListing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("NOTIFICATION", "id"),
                    Column.time("PUBTIME (UTC)", "pubtime"),
                    Column.text("REL", "rel"),
                    new Column(
                            "ACKNOWLEDGED",
                            notification ->
                                    Answers.text(notification, "acknowledged_at").isEmpty()
                                            ? "no"
                                            : "yes"),
                    Column.text("DATASET", "dataset"),
                    Column.text("DATA_ID", "data_id"));

    @Option(names = "--dataset", paramLabel = "NAME", description = "Of this dataset.")
    private @Nullable String dataset;

    @Option(names = "--rel", paramLabel = "REL", description = "canonical, update or deletion.")
    private @Nullable String rel;

    @Option(names = "--topic", paramLabel = "TOPIC", description = "On this topic, a whole one.")
    private @Nullable String topic;

    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "A whole data_id, a file name, or the notification's id.")
    private @Nullable String search;

    @Mixin private RangeOptions range = new RangeOptions();

    NotificationListCommand(Terminal terminal) {
        super(
                terminal,
                "/api/v1/notifications",
                COLUMNS,
                "No notification matches.",
                "There may be more");
    }

    @Override
    Query asked() {
        return range.addTo(
                new Query()
                        .with("dataset", dataset)
                        .with("rel", rel)
                        .with("topic", topic)
                        .with("q", search));
    }
}
