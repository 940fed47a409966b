package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Makes a token worthless at once.
@Command(
        name = "revoke",
        description = "Makes a token worthless at once.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 token revoke feeder"})
final class TokenRevokeCommand extends PeopleAct {

    @Parameters(index = "0", paramLabel = "NAME", description = "The token's name.")
    private String name = "";

    TokenRevokeCommand(Terminal terminal) {
        super(terminal, "was revoked");
    }

    @Override
    String path() {
        return "/api/v1/tokens/%s/revoke".formatted(ApiClient.encoded(name));
    }
}
