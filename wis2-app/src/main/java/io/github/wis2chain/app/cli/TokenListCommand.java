package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import tools.jackson.databind.JsonNode;

import java.util.concurrent.Callable;

/// Lists the tokens of programs.
@Command(
        name = "list",
        description = "Lists the tokens of programs; their secrets are not kept.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 token list"})
final class TokenListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    TokenListCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        try (ApiClient api = node.client()) {
            JsonNode tokens = api.get("/api/v1/tokens");
            if (node.json()) {
                terminal.out().println(tokens);
                return ExitCode.DONE;
            }
            var table = new Table("NAME", "ROLE", "EXPIRES", "LAST USED", "MADE BY");
            for (JsonNode token : tokens.path("items")) {
                table.row(
                        Answers.text(token, "name"),
                        Answers.text(token, "role"),
                        PeopleActions.time(token, "expires_at"),
                        PeopleActions.time(token, "used_at"),
                        Answers.text(token, "created_by"));
            }
            table.print(terminal.out());
            return ExitCode.DONE;
        }
    }
}
