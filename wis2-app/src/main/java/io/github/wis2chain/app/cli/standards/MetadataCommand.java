package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.MetadataPublishCommand;
import io.github.wis2chain.app.cli.MetadataUpdateCommand;
import io.github.wis2chain.app.cli.MetadataWithdrawCommand;

import picocli.CommandLine.Command;

/// Judges and publishes discovery records (WCMP2).
@Command(
        name = "metadata",
        description = "Judges and publishes discovery records (WCMP2).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MetadataValidateCommand.class,
            MetadataEtsCommand.class,
            MetadataKpiCommand.class,
            MetadataPublishCommand.class,
            MetadataUpdateCommand.class,
            MetadataWithdrawCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata validate record.json",
            "  wis2 metadata kpi record.json",
            "  wis2 metadata publish record.json --url https://data.example.org/record.json --wait"
        })
public final class MetadataCommand {}
