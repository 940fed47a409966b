package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

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
final class NotificationListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

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

    @Option(names = "--since", paramLabel = "TIME", description = "At or after (UTC).")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", description = "Before (UTC).")
    private @Nullable String until;

    @Option(names = "--before", paramLabel = "N", description = "The next page.")
    private @Nullable String before;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most this many (default: ${DEFAULT-VALUE}).")
    private int limit;

    NotificationListCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "dataset", dataset);
        put(query, "rel", rel);
        put(query, "topic", topic);
        put(query, "q", search);
        put(query, "since", since);
        put(query, "until", until);
        put(query, "before", before);
        query.put("limit", Integer.toString(limit));
        try (ApiClient api = node.client()) {
            JsonNode page = api.get("/api/v1/notifications", query);
            if (node.json()) {
                terminal.out().println(page);
            } else {
                print(page);
            }
            return ExitCode.DONE;
        }
    }

    private void print(JsonNode page) {
        String next = Answers.text(page, "next");
        if (page.path("items").isEmpty() && next.isEmpty()) {
            terminal.err().println("No notification matches.");
            return;
        }
        var table =
                new Table(
                        "NOTIFICATION",
                        "PUBTIME (UTC)",
                        "REL",
                        "ACKNOWLEDGED",
                        "DATASET",
                        "DATA_ID");
        for (JsonNode notification : page.path("items")) {
            table.row(
                    Answers.text(notification, "id"),
                    Answers.time(notification, "pubtime"),
                    Answers.text(notification, "rel"),
                    Answers.text(notification, "acknowledged_at").isEmpty() ? "no" : "yes",
                    Answers.text(notification, "dataset"),
                    Answers.text(notification, "data_id"));
        }
        table.print(terminal.out());
        if (!next.isEmpty()) {
            terminal.err().println("There may be more; go on with --before " + next + ".");
        }
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
