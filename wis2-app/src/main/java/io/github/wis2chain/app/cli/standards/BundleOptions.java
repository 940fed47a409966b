package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.adapters.bundle.BundleFault;
import io.github.wis2chain.adapters.bundle.BundleFolder;
import io.github.wis2chain.app.cli.CommandFailure;
import io.github.wis2chain.app.cli.ExitCode;
import io.github.wis2chain.app.cli.Terminal;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// Where the official schemas and code lists are kept.
final class BundleOptions {

    private final Terminal terminal;

    @Option(
            names = "--data-dir",
            paramLabel = "FOLDER",
            description =
                    "The data directory with the official files of wis2 bundle sync (default:"
                            + " WIS2_NODE_DATA_DIR, else data here).")
    private @Nullable Path dataDir;

    BundleOptions(Terminal terminal) {
        this.terminal = terminal;
    }

    BundleFolder folder() {
        return BundleFolder.ofNode(
                dataDir != null
                        ? dataDir
                        : Path.of(terminal.variable("WIS2_NODE_DATA_DIR").orElse("data")));
    }

    /// The topic hierarchy inside, with the centres of the official list, if it was fetched.
    TopicHierarchy hierarchy() {
        try {
            return folder().hierarchy();
        } catch (BundleFault fault) {
            throw new CommandFailure(ExitCode.UNDECIDED, String.valueOf(fault.getMessage()), fault);
        }
    }
}
