package io.github.wis2chain.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Map;

/// Chooses many runs by what they have in common, instead of naming them.
final class BulkOptions {

    @Mixin private RunFilterOptions filter = new RunFilterOptions();

    @Option(names = "--dry-run", description = "Only say how many runs it would be.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do it without asking back.")
    private boolean yes;

    Map<String, String> parts() {
        return filter.parts();
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean yes() {
        return yes;
    }

    /// Whether runs are chosen at all.
    boolean chooses() {
        return !filter.parts().isEmpty();
    }
}
