package io.github.wis2chain.app.cli.standards;

import picocli.CommandLine.Command;

/// Tells which rules are inside, and fetches official files.
@Command(
        name = "bundle",
        description = "Tells which rules are inside, and fetches the official schemas and lists.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {BundleShowCommand.class, BundleSyncCommand.class},
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 bundle show", "  wis2 bundle sync"})
public final class BundleCommand {}
