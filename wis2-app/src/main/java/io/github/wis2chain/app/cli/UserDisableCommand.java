package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Keeps an account from signing in, and ends its sessions.
@Command(
        name = "disable",
        description = "Keeps an account from signing in, and ends its sessions.",
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 user disable jane"})
final class UserDisableCommand extends AccountAct {

    UserDisableCommand(Terminal terminal) {
        super(terminal, "disable", "is disabled");
    }
}
