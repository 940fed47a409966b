package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Shows the balance of what came in.
@Command(
        name = "ledger",
        description = "Shows what came in, and what became of it, by dataset and day (UTC).",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 ledger", "  wis2 ledger --from 2026-11-01 --to 2026-11-30 --json"})
final class LedgerCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day (default: the last one).")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "The last day (default: today).")
    private @Nullable String to;

    LedgerCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        Query query = new Query().with("from", from).with("to", to);
        try (ApiClient api = node.client()) {
            JsonNode ledger = api.get("/api/v1/ledger", query.parts());
            if (node.json()) {
                terminal.out().println(ledger);
            } else {
                print(ledger);
            }
            return ledger.path("balances").asBoolean(false)
                    ? ExitCode.DONE
                    : ExitCode.NOT_CONFORMING;
        }
    }

    private void print(JsonNode ledger) {
        if (ledger.path("rows").isEmpty()) {
            terminal.err().println("Nothing came in.");
            return;
        }
        var table =
                new Table(
                        "DAY",
                        "DATASET",
                        "RECEIVED",
                        "SUCCEEDED",
                        "UNCHANGED",
                        "FAILED",
                        "DISCARDED",
                        "IN PROGRESS",
                        "DUPLICATES",
                        "BALANCE");
        for (JsonNode row : ledger.path("rows")) {
            String dataset = Answers.text(row, "dataset");
            table.row(
                    Answers.text(row, "day"),
                    dataset.isEmpty() ? "-" : dataset,
                    row.path("received").asString(),
                    row.path("succeeded").asString(),
                    row.path("unchanged").asString(),
                    row.path("failed").asString(),
                    row.path("discarded").asString(),
                    row.path("in_progress").asString(),
                    row.path("duplicates").asString(),
                    row.path("balances").asBoolean(false) ? "agrees" : "DIFFERS");
        }
        table.print(terminal.out());
        if (!ledger.path("balances").asBoolean(false)) {
            terminal.err()
                    .println(
                            "Events are not accounted for where the balance differs: please report"
                                    + " it with the node's log.");
        }
    }
}
