package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Looks at notifications and sends them once more.
@Command(
        name = "notification",
        description = "Looks at notifications that were published, and sends them once more.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            NotificationListCommand.class,
            NotificationShowCommand.class,
            NotificationRepublishCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 notification list --dataset argo --limit 10",
            "  wis2 notification republish 6c1b8a52-5f0c-4c0e-9a51-0c9b4d3c7c11"
        })
final class NotificationCommand {}
