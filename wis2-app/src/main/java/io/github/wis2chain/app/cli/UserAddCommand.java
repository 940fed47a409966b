package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.Callable;

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
final class UserAddCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "ROLE", description = "viewer, operator or admin.")
    private String role = "";

    UserAddCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("name", name)
                        .put("role", role)
                        .put("password", new String(new Passwords(terminal).read("Password: ")));
        return new PeopleActions(terminal, node).post("/api/v1/users", body, "was added");
    }
}
