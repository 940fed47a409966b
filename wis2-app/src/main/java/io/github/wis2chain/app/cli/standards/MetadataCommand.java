package io.github.wis2chain.app.cli.standards;

import picocli.CommandLine.Command;

/// Judges discovery records (WCMP2).
@Command(
        name = "metadata",
        description = "Judges discovery records (WCMP2).",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            MetadataValidateCommand.class,
            MetadataEtsCommand.class,
            MetadataKpiCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 metadata validate record.json", "  wis2 metadata kpi record.json"})
public final class MetadataCommand {}
