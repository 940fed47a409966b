package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Looks at sources, pauses and resumes them.
@Command(
        name = "source",
        description = "Looks at the sources of events, pauses and resumes them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            SourceListCommand.class,
            SourcePauseCommand.class,
            SourceResumeCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {"  wis2 source list", "  wis2 source pause argo-files"})
final class SourceCommand {}
