package io.github.wis2chain.app.cli;

import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

/// Pauses or resumes a source.
abstract class SourceSwitch extends Hold {

    @Parameters(paramLabel = "SOURCE", description = "The source's name.")
    private String name = "";

    SourceSwitch(Terminal terminal, String action) {
        super(terminal, "sources", action);
    }

    @Override
    String name() {
        return name;
    }

    @Override
    String told(JsonNode source) {
        return "Source %s is %s. %s"
                .formatted(
                        Answers.text(source, "name"),
                        Answers.text(source, "state"),
                        Answers.text(source, "text"));
    }
}
