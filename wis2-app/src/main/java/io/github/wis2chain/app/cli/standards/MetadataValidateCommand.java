package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;

/// Judges discovery records by the rules of WCMP2, and tells every fault with its place and its repair.
@Command(
        name = "validate",
        description = {
            "Judges discovery records by the rules of WCMP2, and tells every fault with its place"
                    + " and its repair."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 metadata validate record.json",
            "  wis2 metadata validate --profile reference --json records/"
        })
final class MetadataValidateCommand extends JudgeRecords {

    MetadataValidateCommand(Terminal terminal) {
        super(terminal, View.FINDINGS);
    }
}
