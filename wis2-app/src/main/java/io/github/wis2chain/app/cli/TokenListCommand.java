package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.JsonNode;

import java.util.List;

/// Lists the tokens of programs.
@Command(
        name = "list",
        description = "Lists the tokens of programs; their secrets are not kept.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 token list"})
final class TokenListCommand extends Listing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("NAME", "name"),
                    Column.text("ROLE", "role"),
                    new Column("EXPIRES", token -> orNever(token, "expires_at")),
                    new Column("LAST USED", token -> orNever(token, "used_at")),
                    Column.text("MADE BY", "created_by"));

    TokenListCommand(Terminal terminal) {
        super(terminal, "/api/v1/tokens", COLUMNS);
    }

    private static String orNever(JsonNode token, String member) {
        String time = Answers.text(token, member);
        return time.isEmpty() ? "never" : time;
    }
}
