package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.MessagePublishCommand;

import picocli.CommandLine.Command;

/// Makes, judges, verifies and publishes notifications (WNM).
@Command(
        name = "message",
        description = "Makes, judges, verifies and publishes notifications (WNM).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MessageValidateCommand.class,
            MessageEtsCommand.class,
            MessageKpiCommand.class,
            MessageVerifyCommand.class,
            MessageBuildCommand.class,
            MessagePublishCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message validate notification.json",
            "  wis2 message ets --profile reference notification.json",
            "  wis2 message publish notification.json --wait"
        })
public final class MessageCommand {}
