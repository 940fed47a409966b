package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Requirement;

/// The statements of WTH 1 that are judged here, by their ids.
public final class Wth {

    /// The base URI of the specification.
    public static final String SPECIFICATION = "http://wis.wmo.int/spec/wth/1";

    /// Only topics that are defined; data at level 8 or deeper; metadata at exactly level 5.
    public static final Requirement PUBLISHING =
            new Requirement(SPECIFICATION, "/req/core/publishing");

    /// The form of levels, and their order.
    public static final Requirement CONVENTIONS =
            new Requirement(SPECIFICATION, "/req/core/conventions");

    /// The form of centre-ids.
    public static final Requirement CENTRE_ID =
            new Requirement(SPECIFICATION, "/req/core/centre-id");

    /// Data is better published on a topic below which there is none.
    public static final Requirement PUBLISHING_ADVICE =
            new Requirement(SPECIFICATION, "/rec/core/publishing");

    private Wth() {}
}
