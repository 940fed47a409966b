package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Looks at runs and repairs them.
@Command(
        name = "run",
        description = "Looks at runs and repairs them.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunListCommand.class,
            RunCausesCommand.class,
            RunShowCommand.class,
            RunWatchCommand.class,
            RunRetryCommand.class,
            RunEditCommand.class,
            RunDiscardCommand.class,
            RunNoteCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 run list --state failed",
            "  wis2 run causes",
            "  wis2 run show 0N3K5Q8R7T2WX",
            "  wis2 run edit 0N3K5Q8R7T2WX --wait"
        })
final class RunCommand {}
