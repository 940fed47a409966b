package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

import tools.jackson.databind.node.ObjectNode;

/// Gives an account another password.
@Command(
        name = "password",
        description =
                "Gives an account another password and ends its sessions; asks for it, or reads one"
                        + " line from standard input.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user password jane"})
final class UserPasswordCommand extends AccountAct {

    private final Passwords passwords;

    UserPasswordCommand(Terminal terminal) {
        super(terminal, "password", "has another password");
        this.passwords = new Passwords(terminal);
    }

    @Override
    ObjectNode body() {
        return super.body().put("password", new String(passwords.read("Password: ")));
    }
}
