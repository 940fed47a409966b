package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Takes no more events from a source; they stay with their sender.
@Command(
        name = "pause",
        description = "Takes no more events from a source; they stay with their sender.")
final class SourcePauseCommand extends SourceSwitch {

    SourcePauseCommand(Terminal terminal) {
        super(terminal, "pause");
    }
}
