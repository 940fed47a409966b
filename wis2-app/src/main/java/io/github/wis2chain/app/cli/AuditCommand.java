package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/// Lists what people did.
@Command(
        name = "audit",
        description = "Lists what people did, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 audit --since 2026-11-23", "  wis2 audit --who jane --kind discard"})
final class AuditCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Option(names = "--who", paramLabel = "NAME", description = "By this account.")
    private @Nullable String who;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description =
                    "retry, edit, discard, note, pause, resume, sign-in, sign-in-refused, user-add,"
                            + " token-create, …")
    private @Nullable String kind;

    @Option(names = "--run", paramLabel = "ID", description = "Done to this run.")
    private @Nullable String run;

    @Option(names = "--source", paramLabel = "NAME", description = "Done to this source.")
    private @Nullable String source;

    @Option(names = "--dataset", paramLabel = "NAME", description = "Done to this dataset.")
    private @Nullable String dataset;

    @Option(
            names = "--subject",
            paramLabel = "NAME",
            description = "Done to this account or token.")
    private @Nullable String subject;

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

    AuditCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        Map<String, String> query = new LinkedHashMap<>();
        put(query, "who", who);
        put(query, "kind", kind);
        put(query, "run", run);
        put(query, "source", source);
        put(query, "dataset", dataset);
        put(query, "subject", subject);
        put(query, "since", since);
        put(query, "until", until);
        put(query, "before", before);
        query.put("limit", Integer.toString(limit));
        try (ApiClient api = node.client()) {
            JsonNode page = api.get("/api/v1/audit", query);
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
            terminal.err().println("No act matches.");
            return;
        }
        var table = new Table("TIME (UTC)", "WHO", "FROM", "WHAT", "TO WHAT", "TEXT");
        for (JsonNode act : page.path("items")) {
            table.row(
                    Answers.time(act, "at"),
                    Answers.text(act, "who"),
                    Answers.text(act, "from"),
                    Answers.text(act, "kind"),
                    Answers.text(act, "run_id")
                            + Answers.text(act, "source")
                            + Answers.text(act, "dataset")
                            + Answers.text(act, "subject"),
                    Answers.text(act, "text"));
        }
        table.print(terminal.out());
        String next = Answers.text(page, "next");
        if (!next.isEmpty()) {
            terminal.err().println("There is more; go on with --before " + next + ".");
        }
    }

    private static void put(Map<String, String> query, String name, @Nullable String value) {
        if (value != null) {
            query.put(name, value);
        }
    }
}
