package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Requirement;

/// The statements of the STAC item specification and its file extension that are judged here.
///
/// STAC numbers no requirements, so these ids are ours: `/stac/` and the member that the statement is
/// about.
public final class Stac {

    /// The specification whose requirements these are.
    public static final String SPECIFICATION = "https://github.com/radiantearth/stac-spec/v1.1.0";

    /// What the URI of the file extension begins with; a version and a file name follow.
    static final String FILE_EXTENSION = "https://stac-extensions.github.io/file/";

    private Stac() {}

    static Requirement requirement(String member) {
        return new Requirement(SPECIFICATION, "/stac/" + member);
    }
}
