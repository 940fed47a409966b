package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.Bundle;
import io.github.wis2chain.adapters.bundle.BundleEntry;
import io.github.wis2chain.adapters.bundle.BundleFault;
import io.github.wis2chain.app.cli.CommandFailure;
import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

/// Tells the versions of the rules inside, and the official files that were fetched.
@Command(
        name = "show",
        description = {
            "Tells the versions of the rules inside, and the official files that were fetched.",
            "Ends with 1 if one of these files was changed since."
        })
final class BundleShowCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private BundleOptions bundle;

    @Option(names = "--json", description = "Print a line of JSON.")
    private boolean json;

    BundleShowCommand(Terminal terminal) {
        this.terminal = terminal;
        this.bundle = new BundleOptions(terminal);
    }

    @Override
    public Integer call() {
        try {
            Optional<Bundle> current = bundle.folder().current();
            new BundlePrinter(terminal, json).print(current);
            if (current.isPresent()) {
                for (BundleEntry entry : current.get().entries()) {
                    var _ = current.get().bytes(entry);
                }
            }
            return ExitCode.DONE;
        } catch (BundleFault fault) {
            throw new CommandFailure(
                    ExitCode.NOT_CONFORMING, String.valueOf(fault.getMessage()), fault);
        }
    }
}
