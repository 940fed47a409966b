package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.ObjectNode;

/// Gives an account another role.
@Command(
        name = "role",
        description = "Gives an account another role and ends its sessions.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user role jane admin"})
final class UserRoleCommand extends AccountAct {

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    UserRoleCommand(Terminal terminal) {
        super(terminal, "role", "has another role");
    }

    @Override
    ObjectNode body() {
        return super.body().put("role", role);
    }
}
