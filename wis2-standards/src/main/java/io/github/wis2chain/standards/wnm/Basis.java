package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Profile;

/// What a notification is judged by.
///
/// @param profile by the text, or as the official validator does
/// @param edition which text; in the profile REFERENCE, of which edition the official schema is
/// @param tool which official validator; without effect in the profile STRICT
public record Basis(Profile profile, Edition edition, ToolLine tool) {

    /// The text of release 1.3: the gate before publishing.
    public static final Basis STRICT =
            new Basis(Profile.STRICT, Edition.RELEASE_1_3, ToolLine.LINE_0_13);

    /// The official validator, 0.13 line, with the schema of release 1.3.
    public static final Basis REFERENCE =
            new Basis(Profile.REFERENCE, Edition.RELEASE_1_3, ToolLine.LINE_0_13);

    /// The basis of a profile, with what is in force.
    public static Basis of(Profile profile) {
        return switch (profile) {
            case STRICT -> STRICT;
            case REFERENCE -> REFERENCE;
        };
    }

    /// The same with another edition.
    public Basis with(Edition other) {
        return new Basis(profile, other, tool);
    }

    /// The same with another line of the official validator.
    public Basis with(ToolLine other) {
        return new Basis(profile, edition, other);
    }
}
