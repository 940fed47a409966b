package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Takes no more events from a source until it is resumed.
@Command(
        name = "pause",
        description =
                "Takes no more events from a source for a while: a broker keeps them, and what"
                        + " comes over HTTP is kept and held.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 source pause argo-files --reason \"the broker moves\"")
final class SourcePauseCommand extends SourceSwitch {

    SourcePauseCommand(Terminal terminal) {
        super(terminal, "pause");
    }
}
