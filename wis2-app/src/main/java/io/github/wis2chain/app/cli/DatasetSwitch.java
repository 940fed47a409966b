package io.github.wis2chain.app.cli;

import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

/// Pauses or resumes a dataset.
abstract class DatasetSwitch extends Hold {

    @Parameters(paramLabel = "DATASET", description = "The dataset's name.")
    private String name = "";

    DatasetSwitch(Terminal terminal, String action) {
        super(terminal, "datasets", action);
    }

    @Override
    String name() {
        return name;
    }

    @Override
    String told(JsonNode dataset) {
        return "Dataset %s is %s"
                .formatted(
                        Answers.text(dataset, "name"),
                        dataset.path("paused").asBoolean(false)
                                ? "paused. Its runs are kept and wait until it is resumed."
                                : "running. The runs held so far go on.");
    }
}
