package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

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
final class RunListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

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

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most this many (default: ${DEFAULT-VALUE}).")
    private int limit;

    RunListCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        Map<String, String> query = filter.parts();
        put(query, "before", before);
        put(query, "after", after);
        query.put("limit", Integer.toString(limit));
        try (ApiClient api = node.client()) {
            JsonNode page = api.get("/api/v1/runs", query);
            if (node.json()) {
                terminal.out().println(page);
            } else {
                print(page);
            }
            return ExitCode.DONE;
        }
    }

    private void print(JsonNode page) {
        if (page.path("items").isEmpty()) {
            terminal.err().println("No run matches.");
            return;
        }
        var table = new Table("RUN", "STATE", "RECEIVED (UTC)", "DATASET", "CAUSE", "SUMMARY");
        for (JsonNode run : page.path("items")) {
            table.row(
                    Answers.text(run, "id"),
                    Answers.text(run, "state"),
                    Answers.time(run, "received_at"),
                    Answers.text(run, "dataset"),
                    Answers.text(run, "cause"),
                    Answers.text(run, "summary"));
        }
        table.print(terminal.out());
        String next = Answers.text(page, "next");
        if (!next.isEmpty()) {
            terminal.err().println("There are more; go on with --before " + next + ".");
        }
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
