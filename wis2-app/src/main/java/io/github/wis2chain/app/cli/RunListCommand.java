package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;

/// Lists runs, newest first.
@Command(
        name = "list",
        description = "Lists runs, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run list --state failed,waiting",
            "  wis2 run list --dataset argo-bufr --since 2026-11-23",
            "  wis2 run list --search IOPX01_LFVX_251403.BU"
        })
final class RunListCommand extends PagedListing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("RUN", "id"),
                    Column.text("STATE", "state"),
                    Column.time("RECEIVED (UTC)", "received_at"),
                    Column.text("DATASET", "dataset"),
                    Column.text("CAUSE", "cause"),
                    Column.text("SUMMARY", "summary"));

    @Mixin private RunFilterOptions filter = new RunFilterOptions();

    @Option(
            names = "--before",
            paramLabel = "ID",
            description = "Only runs older than this one: the next page.")
    private @Nullable String before;

    @Option(
            names = "--after",
            paramLabel = "ID",
            description = "Only runs newer than this one, the oldest of them.")
    private @Nullable String after;

    RunListCommand(Terminal terminal) {
        super(terminal, "/api/v1/runs", COLUMNS, "No run matches.", "There are more");
    }

    @Override
    Query asked() {
        return filter.query().with("before", before).with("after", after);
    }
}
