package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Looks at datasets.
@Command(
        name = "dataset",
        description = "Looks at datasets.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DatasetListCommand.class, DatasetShowCommand.class})
final class DatasetCommand {}
