package io.github.wis2chain.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Pauses or resumes a source and says how it is then.
abstract class SourceSwitch implements Callable<Integer> {

    private final Terminal terminal;
    private final String action;

    @Mixin private NodeOptions node;

    @Parameters(paramLabel = "SOURCE", description = "The source's name.")
    private String name = "";

    SourceSwitch(Terminal terminal, String action) {
        this.terminal = terminal;
        this.action = action;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
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
            return ExitCode.DONE;
        }
    }
}
