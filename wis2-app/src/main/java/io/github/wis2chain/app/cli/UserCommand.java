package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Looks after the accounts of people.
@Command(
        name = "user",
        description =
                "Looks after the accounts of people, who use the console and the API. The users of"
                        + " the broker stand in the configuration; see wis2 broker hash.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UserAddCommand.class,
            UserListCommand.class,
            UserPasswordCommand.class,
            UserRoleCommand.class,
            UserDisableCommand.class,
            UserEnableCommand.class,
            UserRemoveCommand.class
        })
final class UserCommand {}
