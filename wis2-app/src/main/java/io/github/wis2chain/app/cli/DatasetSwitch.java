package io.github.wis2chain.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Map;
import java.util.concurrent.Callable;

/// Pauses or resumes a dataset and says how it is then.
abstract class DatasetSwitch implements Callable<Integer> {

    private final Terminal terminal;
    private final String action;

    @Mixin private NodeOptions node;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the audit.")
    private String reason = "";

    @Parameters(paramLabel = "DATASET", description = "The dataset's name.")
    private String name = "";

    DatasetSwitch(Terminal terminal, String action) {
        this.terminal = terminal;
        this.action = action;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
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
            return ExitCode.DONE;
        }
    }
}
