package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.Callable;

/// Makes a token worthless at once.
@Command(
        name = "revoke",
        description = "Makes a token worthless at once.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 token revoke feeder"})
final class TokenRevokeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The token's name.")
    private String name = "";

    TokenRevokeCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        return new PeopleActions(terminal, node)
                .post(
                        "/api/v1/tokens/" + ApiClient.encoded(name) + "/revoke",
                        JsonNodeFactory.instance.objectNode(),
                        "was revoked");
    }
}
