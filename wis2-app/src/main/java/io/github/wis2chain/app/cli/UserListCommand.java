package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

import java.util.List;

/// Lists the accounts of people.
@Command(
        name = "list",
        description = "Lists the accounts of people.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user list"})
final class UserListCommand extends Listing {

    private static final List<Column> COLUMNS =
            List.of(
                    Column.text("NAME", "name"),
                    Column.text("ROLE", "role"),
                    Column.yes("ENABLED", "enabled"),
                    Column.text("SINCE", "created_at"));

    UserListCommand(Terminal terminal) {
        super(terminal, "/api/v1/users", COLUMNS);
    }
}
