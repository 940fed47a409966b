package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Publishes nothing of a dataset until it is resumed.
@Command(
        name = "pause",
        description =
                "Publishes nothing of a dataset for a while: its events are taken and kept, their"
                        + " runs wait.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 dataset pause argo --reason \"wrong positions\"")
final class DatasetPauseCommand extends DatasetSwitch {

    DatasetPauseCommand(Terminal terminal) {
        super(terminal, "pause");
    }
}
