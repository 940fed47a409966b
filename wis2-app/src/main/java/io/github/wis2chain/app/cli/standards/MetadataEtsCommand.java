package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

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
final class MetadataEtsCommand implements Callable<Integer> {

    @Mixin private JudgeOptions options;

    MetadataEtsCommand(Terminal terminal) {
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
                View.TESTS);
    }
}
