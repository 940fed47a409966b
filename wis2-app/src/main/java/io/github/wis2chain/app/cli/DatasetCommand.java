package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Looks at datasets, pauses and resumes them.
@Command(
        name = "dataset",
        description = "Looks at datasets, pauses and resumes them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DatasetListCommand.class,
            DatasetShowCommand.class,
            DatasetPauseCommand.class,
            DatasetResumeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 dataset list", "  wis2 dataset pause argo --reason \"wrong positions\""})
final class DatasetCommand {}
