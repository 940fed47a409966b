package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Takes events from a source again.
@Command(
        name = "resume",
        description = "Takes events from a source again, and lets go what was held.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 source resume argo-files")
final class SourceResumeCommand extends SourceSwitch {

    SourceResumeCommand(Terminal terminal) {
        super(terminal, "resume");
    }
}
