package io.github.wis2chain.app.cli.standards;

import picocli.CommandLine.Command;

/// Makes, judges and verifies notifications (WNM).
@Command(
        name = "message",
        description = "Makes, judges and verifies notifications (WNM).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MessageValidateCommand.class,
            MessageEtsCommand.class,
            MessageKpiCommand.class,
            MessageVerifyCommand.class,
            MessageBuildCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message validate notification.json",
            "  wis2 message ets --profile reference notification.json"
        })
public final class MessageCommand {}
