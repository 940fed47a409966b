package io.github.wis2chain.app.cli;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Chooses many runs by what they have in common, instead of naming them.
final class BulkOptions {

    @Mixin private RunFilterOptions filter = new RunFilterOptions();

    @Option(names = "--dry-run", description = "Only say how many runs it would be.")
    private boolean dryRun;

    @Option(names = "--yes", description = "Do it without asking back.")
    private boolean yes;

    Map<String, String> parts() {
        return filter.query().parts();
    }

    boolean dryRun() {
        return dryRun;
    }

    boolean yes() {
        return yes;
    }

    /// Whether what is to be done concerns many runs, or is only counted: then the node does it, or
    /// counts, in one request.
    ///
    /// @param ids runs that are named instead
    /// @throws ParameterException unless runs are either named or chosen
    boolean together(List<String> ids, @Nullable CommandSpec spec) {
        boolean chosen = !filter.query().parts().isEmpty();
        if (ids.isEmpty() != chosen) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "name runs, or choose them by options such as --cause, but not both");
        }
        return chosen || dryRun;
    }
}
