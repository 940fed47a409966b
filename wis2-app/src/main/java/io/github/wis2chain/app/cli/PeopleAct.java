package io.github.wis2chain.app.cli;

import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Does one thing to an account or a token and says what was done.
abstract class PeopleAct implements Callable<Integer> {

    private final Terminal terminal;
    private final String done;

    @Mixin private NodeOptions node;

    /// @param done what is then true of it: `was added`
    PeopleAct(Terminal terminal, String done) {
        this.terminal = terminal;
        this.done = done;
        this.node = new NodeOptions(terminal);
    }

    /// Where it is done.
    abstract String path();

    /// What is sent along, if anything is.
    ObjectNode body() {
        return JsonNodeFactory.instance.objectNode();
    }

    @Override
    public Integer call() {
        ObjectNode body = body();
        try (ApiClient api = node.client()) {
            JsonNode answer = api.post(path(), Map.of(), ApiClient.Body.json(body));
            if (node.json()) {
                terminal.out().println(answer);
            } else {
                terminal.out()
                        .printf(
                                "%s (%s) %s.%n",
                                Answers.text(answer, "name"), Answers.text(answer, "role"), done);
            }
            return ExitCode.DONE;
        }
    }
}
