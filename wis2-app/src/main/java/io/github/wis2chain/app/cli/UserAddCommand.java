package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

/// Adds an account.
@Command(
        name = "add",
        description =
                "Adds an account; asks for its password, or reads one line from standard input.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 user add jane operator",
            "  pwgen -s 20 1 | tee password | wis2 user add jane operator"
        })
final class UserAddCommand extends PeopleAct {

    private final Passwords passwords;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    UserAddCommand(Terminal terminal) {
        super(terminal, "was added");
        this.passwords = new Passwords(terminal);
    }

    @Override
    String path() {
        return "/api/v1/users";
    }

    @Override
    ObjectNode body() {
        return super.body()
                .put("name", name)
                .put("role", role)
                .put("password", new String(passwords.read("Password: ")));
    }
}
