package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.wnm.Edition;

import picocli.CommandLine.Option;

/// Which text of WNM to judge by.
final class EditionOption {

    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            defaultValue = "1.3",
            converter = Names.OfEdition.class,
            completionCandidates = Names.OfEdition.class,
            description = "The text of WNM: 1.3 or 1.4-draft (default: ${DEFAULT-VALUE}).")
    private Edition edition = Edition.RELEASE_1_3;

    Edition edition() {
        return edition;
    }
}
