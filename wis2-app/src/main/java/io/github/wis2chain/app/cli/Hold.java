package io.github.wis2chain.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Map;
import java.util.concurrent.Callable;

/// Pauses or resumes something of the node and says how it is then.
abstract class Hold implements Callable<Integer> {

    private final Terminal terminal;
    private final String things;
    private final String action;

    @Mixin private NodeOptions node;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
    private String reason = "";

    /// @param things as the API's addresses call them
    Hold(Terminal terminal, String things, String action) {
        this.terminal = terminal;
        this.things = things;
        this.action = action;
        this.node = new NodeOptions(terminal);
    }

    /// Which of them.
    abstract String name();

    /// How it is, in a sentence.
    ///
    /// @param thing as the API answers
    abstract String told(JsonNode thing);

    @Override
    public Integer call() {
        ApiClient.Body body =
                reason.isEmpty()
                        ? ApiClient.Body.NONE
                        : ApiClient.Body.json(
                                JsonNodeFactory.instance.objectNode().put("reason", reason));
        try (ApiClient api = node.client()) {
            JsonNode thing =
                    api.post(
                            "/api/v1/%s/%s/%s".formatted(things, ApiClient.encoded(name()), action),
                            Map.of(),
                            body);
            terminal.out().println(node.json() ? thing.toString() : told(thing));
            return ExitCode.DONE;
        }
    }
}
