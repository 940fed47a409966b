package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Helps with the embedded broker.
@Command(
        name = "broker",
        description =
                "Helps with the embedded broker and its users, who stand in the configuration.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BrokerHashCommand.class})
final class BrokerCommand {}
