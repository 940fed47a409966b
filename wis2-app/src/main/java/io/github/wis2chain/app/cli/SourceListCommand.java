package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Lists the sources with their state.
@Command(name = "list", description = "Lists the sources of events, and how each of them is.")
final class SourceListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    SourceListCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode sources = api.get("/api/v1/sources");
            if (node.json()) {
                terminal.out().println(sources);
                return ExitCode.DONE;
            }
            var table =
                    new Table("SOURCE", "STATE", "HEALTHY", "RECEIVED", "UNWANTED", "CONNECTION");
            for (JsonNode source : sources.path("items")) {
                table.row(
                        Answers.text(source, "name"),
                        Answers.text(source, "state"),
                        source.path("healthy").asBoolean(false) ? "yes" : "no",
                        source.path("received").asString(),
                        source.path("unwanted").asString(),
                        Answers.text(source, "text"));
            }
            table.print(terminal.out());
            return ExitCode.DONE;
        }
    }
}
