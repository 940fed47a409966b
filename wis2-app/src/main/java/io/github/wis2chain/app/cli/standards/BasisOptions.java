package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.Basis;
import io.github.wis2chain.standards.wnm.Edition;
import io.github.wis2chain.standards.wnm.ToolLine;

import picocli.CommandLine.Option;

/// Which text of WNM to judge by, and as which line of the official tool.
final class BasisOptions {

    @Option(
            names = "--edition",
            paramLabel = "EDITION",
            defaultValue = "1.3",
            converter = Names.OfEdition.class,
            completionCandidates = Names.OfEdition.class,
            description = "The text of WNM: 1.3 or 1.4-draft (default: ${DEFAULT-VALUE}).")
    private Edition edition = Edition.RELEASE_1_3;

    @Option(
            names = "--tool",
            paramLabel = "LINE",
            defaultValue = "0.13",
            converter = Names.OfTool.class,
            completionCandidates = Names.OfTool.class,
            description =
                    "In the profile reference: as which line of pywis-pubsub. 0.12 stands for 0.8"
                            + " to 0.12 and does not look at the size of a message (default:"
                            + " ${DEFAULT-VALUE}).")
    private ToolLine tool = ToolLine.LINE_0_13;

    Basis of(Profile profile) {
        return Basis.of(profile).with(edition).with(tool);
    }
}
