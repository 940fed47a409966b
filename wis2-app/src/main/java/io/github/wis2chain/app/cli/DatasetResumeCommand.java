package io.github.wis2chain.app.cli;

import picocli.CommandLine.Command;

/// Lets the runs of a dataset go on.
@Command(
        name = "resume",
        description = "Lets the runs of a dataset go on, those that wait and those to come.",
        footerHeading = "%nExamples:%n",
        footer = "  wis2 dataset resume argo")
final class DatasetResumeCommand extends DatasetSwitch {

    DatasetResumeCommand(Terminal terminal) {
        super(terminal, "resume");
    }
}
