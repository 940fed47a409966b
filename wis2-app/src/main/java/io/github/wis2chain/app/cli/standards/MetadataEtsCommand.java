package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;

/// Runs the executable test suite (ETS) of WCMP2 on discovery records, and tells the verdict of each test.
@Command(
        name = "ets",
        description = {
            "Runs the executable test suite (ETS) of WCMP2 on discovery records, and tells the"
                    + " verdict of each test."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata ets record.json",
            "  wis2 metadata ets --profile reference record.json"
        })
final class MetadataEtsCommand extends JudgeRecords {

    MetadataEtsCommand(Terminal terminal) {
        super(terminal, View.TESTS);
    }
}
