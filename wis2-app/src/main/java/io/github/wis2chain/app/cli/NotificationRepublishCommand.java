package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.concurrent.Callable;

/// Sends a notification once more.
@Command(
        name = "republish",
        description =
                "Sends a notification once more, with the same id and the same bytes, for somebody"
                        + " who has missed it.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 notification republish 6c1b8a52-5f0c-4c0e-9a51-0c9b4d3c7c11")
final class NotificationRepublishCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(paramLabel = "NOTIFICATION", description = "The notification's id.")
    private String id = "";

    NotificationRepublishCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode sent =
                    api.post(
                            "/api/v1/notifications/" + ApiClient.encoded(id) + "/republish",
                            Map.of(),
                            ApiClient.Body.NONE);
            if (node.json()) {
                terminal.out().println(sent);
            } else {
                terminal.out()
                        .printf(
                                "Notification %s was sent again on %s; %s acknowledged it: %s.%n",
                                Answers.text(sent, "id"),
                                Answers.text(sent, "topic"),
                                Answers.text(sent, "broker"),
                                Answers.text(sent, "reason"));
            }
            return ExitCode.DONE;
        }
    }
}
