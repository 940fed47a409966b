package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

/// Runs the executable test suite (ETS) of WNM on notifications, and tells the verdict of each test.
@Command(
        name = "ets",
        description = {
            "Runs the executable test suite (ETS) of WNM on notifications, and tells the verdict of"
                    + " each test."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message ets notification.json",
            "  wis2 message ets --profile reference --json *.json",
            "  wis2 message ets --profile reference --tool 0.12 notification.json"
        })
final class MessageEtsCommand implements Callable<Integer> {

    @Mixin private JudgeOptions options;

    @Mixin private BasisOptions basis = new BasisOptions();

    MessageEtsCommand(Terminal terminal) {
        this.options = new JudgeOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.judge(
                Judge.ofMessages(
                        basis.of(options.profile()),
                        options.schema(BundleSource.WNM),
                        Optional.empty()),
                View.TESTS);
    }
}
