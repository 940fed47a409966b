package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.concurrent.Callable;

/// Prints live changes.
@Command(
        name = "watch",
        description = {
            "Prints what changes, as it changes, until the node ends or Ctrl-C: runs,"
                    + " notifications, sources and parts of the node.",
            "Of thousands of changes a second it prints a part and counts the rest."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 run watch", "  wis2 run watch --json | grep '\"state\":\"failed\"'"})
final class RunWatchCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    RunWatchCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            api.changes(this::print);
            terminal.err().println("The node ended the stream.");
            return ExitCode.DONE;
        }
    }

    private void print(String name, JsonNode change) {
        if (node.json()) {
            ((ObjectNode) change).put("event", name);
            terminal.out().println(change);
        } else {
            String line = line(name, change);
            if (!line.isEmpty()) {
                terminal.out().println(line);
            }
        }
        terminal.out().flush();
    }

    private String line(String name, JsonNode change) {
        String time = Answers.time(change, "at");
        String text = Answers.text(change, "text");
        return switch (name) {
            case "run" ->
                    "%s  run %s  %s %s  %s"
                            .formatted(
                                    time,
                                    Answers.text(change, "id"),
                                    Answers.text(change, "what"),
                                    Answers.state(change, terminal),
                                    text);
            case "notification" ->
                    "%s  notification %s  %s".formatted(time, Answers.text(change, "id"), text);
            case "source", "part" ->
                    "%s  %s %s  %s  %s"
                            .formatted(
                                    time,
                                    name,
                                    Answers.text(change, "name"),
                                    change.path("healthy").asBoolean(false)
                                            ? terminal.good("well")
                                            : terminal.bad("unwell"),
                                    (text + " " + Answers.text(change, "remedy")).strip());
            case "dataset" -> "%s  %s".formatted(time, text);
            case "summary" -> omitted(time, change);
            default -> text;
        };
    }

    /// Only what was not printed one by one is worth a line.
    private static String omitted(String time, JsonNode summary) {
        long omitted = summary.path("omitted").asLong(0);
        return omitted == 0
                ? ""
                : "%s  and %d more: %d accepted, %d published, %d failed in this moment"
                        .formatted(
                                time,
                                omitted,
                                summary.path("accepted").asLong(0),
                                summary.path("published").asLong(0),
                                summary.path("failed").asLong(0));
    }
}
