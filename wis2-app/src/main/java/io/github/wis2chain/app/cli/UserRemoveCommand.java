package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.Callable;

/// Removes an account for good, and ends its sessions.
@Command(
        name = "remove",
        description = "Removes an account for good, and ends its sessions.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user remove jane"})
final class UserRemoveCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    UserRemoveCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        return new PeopleActions(terminal, node)
                .post(
                        PeopleActions.user(name, "remove"),
                        JsonNodeFactory.instance.objectNode(),
                        "was removed");
    }
}
