package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/// Shows a notification with the document as it is sent.
@Command(
        name = "show",
        description = "Shows a notification with the document as it is sent.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 notification show 6c1b8a52-5f0c-4c0e-9a51-0c9b4d3c7c11")
final class NotificationShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(paramLabel = "NOTIFICATION", description = "The notification's id.")
    private String id = "";

    NotificationShowCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    /// The answer is not read as numbers and texts and written anew, so that the document keeps every
    /// character.
    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            var answer =
                    new String(
                            api.bytes("/api/v1/notifications/" + ApiClient.encoded(id)),
                            StandardCharsets.UTF_8);
            terminal.out()
                    .println(node.json() ? answer : JsonIndent.of(answer).orElse(answer).strip());
            return ExitCode.DONE;
        }
    }
}
