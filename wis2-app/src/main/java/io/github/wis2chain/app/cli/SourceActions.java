package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;

import java.util.Map;

/// Pauses or resumes a source and says how it is then.
final class SourceActions {

    private SourceActions() {}

    static void post(String action, String name, NodeOptions node, Terminal terminal) {
        try (ApiClient api = node.client()) {
            JsonNode source =
                    api.post(
                            "/api/v1/sources/" + ApiClient.encoded(name) + "/" + action,
                            Map.of(),
                            ApiClient.Body.NONE);
            if (node.json()) {
                terminal.out().println(source);
            } else {
                terminal.out()
                        .printf(
                                "Source %s is %s. %s%n",
                                Answers.text(source, "name"),
                                Answers.text(source, "state"),
                                Answers.text(source, "text"));
            }
        }
    }
}
