package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Checks and shows configurations.
@Command(
        name = "config",
        description = "Checks and shows configurations.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {ConfigCheckCommand.class, ConfigShowCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 config check",
            "  wis2 config show --config /etc/wis2/wis2.yaml",
            "  wis2 config show --sample > wis2.yaml"
        })
final class ConfigCommand {}
