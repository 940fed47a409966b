package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

import tools.jackson.databind.node.JsonNodeFactory;

import java.util.concurrent.Callable;

/// Lets an account sign in again.
@Command(
        name = "enable",
        description = "Lets an account sign in again.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user enable jane"})
final class UserEnableCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private NodeOptions node;

    @Parameters(index = "0", paramLabel = "NAME", description = "The account's name.")
    private String name = "";

    UserEnableCommand(Terminal terminal) {
        this.terminal = terminal;
        this.node = new NodeOptions(terminal);
    }

    @Override
    public Integer call() {
        return new PeopleActions(terminal, node)
                .post(
                        PeopleActions.user(name, "enable"),
                        JsonNodeFactory.instance.objectNode(),
                        "is enabled");
    }
}
