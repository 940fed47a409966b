package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Removes an account for good, and ends its sessions.
@Command(
        name = "remove",
        description = "Removes an account for good, and ends its sessions.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user remove jane"})
final class UserRemoveCommand extends AccountAct {

    UserRemoveCommand(Terminal terminal) {
        super(terminal, "remove", "was removed");
    }
}
