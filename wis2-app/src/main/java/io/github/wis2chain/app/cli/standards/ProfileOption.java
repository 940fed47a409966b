package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Profile;

import picocli.CommandLine.Option;

/// By whose rules to judge.
final class ProfileOption {

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            defaultValue = "strict",
            converter = Names.OfProfile.class,
            completionCandidates = Names.OfProfile.class,
            description =
                    "strict: by the text of the standard; reference: verdict for verdict as the"
                            + " official validator (default: ${DEFAULT-VALUE}).")
    private Profile profile = Profile.STRICT;

    Profile profile() {
        return profile;
    }
}
