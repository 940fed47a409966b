package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Helps with the users of the embedded broker.
@Command(
        name = "user",
        description = "Helps with the users of the embedded broker.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {UserHashCommand.class})
final class UserCommand {}
