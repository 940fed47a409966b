package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.Callable;

/// Gives an account another password.
@Command(
        name = "password",
        description =
                "Gives an account another password and ends its sessions; asks for it, or reads one"
                        + " line from standard input.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user password jane"})
final class UserPasswordCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    UserPasswordCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        var body =
                JsonNodeFactory.instance
                        .objectNode()
                        .put("password", new String(new Passwords(terminal).read("Password: ")));
        return new PeopleActions(terminal, node)
                .post(PeopleActions.user(name, "password"), body, "has another password");
    }
}
