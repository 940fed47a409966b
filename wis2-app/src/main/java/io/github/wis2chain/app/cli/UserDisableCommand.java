package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.Callable;

/// Keeps an account from signing in, and ends its sessions.
@Command(
        name = "disable",
        description = "Keeps an account from signing in, and ends its sessions.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user disable jane"})
final class UserDisableCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    UserDisableCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        return new PeopleActions(terminal, node)
                .post(
                        PeopleActions.user(name, "disable"),
                        JsonNodeFactory.instance.objectNode(),
                        "is disabled");
    }
}
