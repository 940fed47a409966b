package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Hands events in.
@Command(
        name = "event",
        description = "Hands events in.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {EventSendCommand.class})
final class EventCommand {}
