package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.Callable;

/// Gives an account another role.
@Command(
        name = "role",
        description = "Gives an account another role and ends its sessions.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user role jane admin"})
final class UserRoleCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    UserRoleCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        var body = JsonNodeFactory.instance.objectNode().put("role", role);
        return new PeopleActions(terminal, node)
                .post(PeopleActions.user(name, "role"), body, "has another role");
    }
}
