package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

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
final class MetadataValidateCommand implements Callable<Integer> {

    @Mixin private JudgeOptions options;

    MetadataValidateCommand(Terminal terminal) {
        this.options = new JudgeOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.judge(
                Judge.ofRecords(
                        options.profile(),
                        options.hierarchy(),
                        options.schema(BundleSource.WCMP2),
                        Optional.empty()),
                View.FINDINGS);
    }
}
