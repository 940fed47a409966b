package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Map;

/// Pauses or resumes a dataset and says how it is then.
final class DatasetActions {

    private DatasetActions() {}

    /// @param reason empty if none is given
    static void post(
            String action, String name, String reason, NodeOptions node, Terminal terminal) {
        ApiClient.Body body =
                reason.isEmpty()
                        ? ApiClient.Body.NONE
                        : ApiClient.Body.json(
                                JsonNodeFactory.instance.objectNode().put("reason", reason));
        try (ApiClient api = node.client()) {
            JsonNode dataset =
                    api.post(
                            "/api/v1/datasets/" + ApiClient.encoded(name) + "/" + action,
                            Map.of(),
                            body);
            if (node.json()) {
                terminal.out().println(dataset);
            } else {
                terminal.out()
                        .printf(
                                "Dataset %s is %s%n",
                                Answers.text(dataset, "name"),
                                dataset.path("paused").asBoolean(false)
                                        ? "paused. Its runs are kept and wait until it is resumed."
                                        : "running. The runs held so far go on.");
            }
        }
    }
}
