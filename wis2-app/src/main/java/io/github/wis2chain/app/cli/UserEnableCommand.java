package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Lets an account sign in again.
@Command(
        name = "enable",
        description = "Lets an account sign in again.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user enable jane"})
final class UserEnableCommand extends AccountAct {

    UserEnableCommand(Terminal terminal) {
        super(terminal, "enable", "is enabled");
    }
}
