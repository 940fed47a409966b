package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.Map;

/// Does one thing to an account or a token and says what was done.
final class PeopleActions {

    private final Terminal terminal;
    private final NodeOptions node;

    PeopleActions(Terminal terminal, NodeOptions node) {
        this.terminal = terminal;
        this.node = node;
    }

    /// The path of what is done to an account.
    static String user(String name, String action) {
        return "/api/v1/users/%s/%s".formatted(ApiClient.encoded(name), action);
    }

    /// A time that may be absent.
    static String time(JsonNode json, String member) {
        String text = Answers.text(json, member);
        return text.isEmpty() ? "never" : text;
    }

    /// @param done what is then true of it: `was added`
    int post(String path, ObjectNode body, String done) {
        try (ApiClient api = node.client()) {
            JsonNode answer = api.post(path, Map.of(), ApiClient.Body.json(body));
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
