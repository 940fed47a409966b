package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// Says on one screen how a node stands.
@Command(
        name = "status",
        description = "Says on one screen how a node stands: what it does, and what needs you.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 status",
            "  wis2 status --json || mail -s \"WIS2 node\" operators@example.org"
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:all well",
            "1:a part, a run or the ledger needs attention",
            "2:wrong usage",
            "3:no node answers"
        })
final class StatusCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    StatusCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            NodeStanding standing = NodeStanding.ask(api);
            if (node.json()) {
                terminal.out().println(standing.json());
            } else {
                print(standing);
            }
            return standing.well() ? ExitCode.DONE : ExitCode.NOT_CONFORMING;
        }
    }

    private void print(NodeStanding standing) {
        PrintWriter out = terminal.out();
        String sentence = standing.sentence();
        out.println(standing.well() ? terminal.good(sentence) : terminal.bad(sentence));
        out.println();
        var parts = new Table("PART", "STATE", "EVIDENCE");
        for (NodeStanding.Part part : standing.parts()) {
            parts.row(part.name(), part.healthy() ? "well" : "NOT WELL", part.text());
            if (!part.remedy().isEmpty()) {
                parts.row("", "", "To do: " + part.remedy());
            }
        }
        parts.print(out);
        out.println();
        if (standing.today().isEmpty()) {
            return;
        }
        out.println(
                standing.today().entrySet().stream()
                        .map(each -> each.getKey().replace('_', ' ') + " " + each.getValue())
                        .collect(
                                Collectors.joining(
                                        ", ",
                                        "Today (UTC): ",
                                        standing.balances()
                                                ? "; the ledger agrees."
                                                : "; the ledger DIFFERS, see wis2 ledger.")));
        if (standing.failed() > 0) {
            out.println("Failed runs: %d, see wis2 run causes.".formatted(standing.failed()));
        }
        paused(out, "sources", "wis2 source resume NAME", standing.pausedSources());
        paused(out, "datasets", "wis2 dataset resume NAME", standing.pausedDatasets());
    }

    private static void paused(PrintWriter out, String what, String command, List<String> names) {
        if (!names.isEmpty()) {
            out.println(
                    "Paused %s: %s; %s lets them go on."
                            .formatted(what, String.join(", ", names), command));
        }
    }
}
