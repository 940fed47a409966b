package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import java.util.Map;
import java.util.concurrent.Callable;

/// Makes a token for a program.
@Command(
        name = "create",
        description =
                "Makes a token for a program and prints its secret, this once, on standard output.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 token create prometheus viewer > token",
            "  wis2 token create feeder operator --days 90 > token"
        })
final class TokenCreateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The token's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    @Option(
            names = "--days",
            paramLabel = "DAYS",
            description = "For how long it lets in (default: until it is revoked).")
    private @Nullable Integer days;

    TokenCreateCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode().put("name", name).put("role", role);
        if (days != null) {
            body.put("days", days);
        }
        try (ApiClient api = node.client()) {
            JsonNode token = api.post("/api/v1/tokens", Map.of(), ApiClient.Body.json(body));
            if (node.json()) {
                terminal.out().println(token);
            } else {
                terminal.out().println(Answers.text(token, "token"));
                terminal.err()
                        .printf(
                                "Token %s lets in as %s. Its secret cannot be shown again.%n",
                                Answers.text(token, "name"), Answers.text(token, "role"));
            }
            return ExitCode.DONE;
        }
    }
}
