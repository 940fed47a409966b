package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleSource;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.Optional;
import java.util.concurrent.Callable;

/// Judges notifications by the rules of WNM, and tells every fault with its place and its repair.
@Command(
        name = "validate",
        description = {
            "Judges notifications by the rules of WNM, and tells every fault with its place and its"
                    + " repair."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  wis2 message validate notification.json",
            "  wis2 message validate --json outbox/ | jq -c 'select(.conforms | not)'",
            "  mosquitto_sub -C 1 -t 'origin/#' | wis2 message validate -"
        })
final class MessageValidateCommand implements Callable<Integer> {

    @Mixin private JudgeOptions options;

    @Mixin private BasisOptions basis = new BasisOptions();

    MessageValidateCommand(Terminal terminal) {
        this.options = new JudgeOptions(terminal);
    }

    @Override
    public Integer call() throws InterruptedException {
        return options.judge(
                Judge.ofMessages(
                        basis.of(options.profile()),
                        options.schema(BundleSource.WNM),
                        Optional.empty()),
                View.FINDINGS);
    }
}
