package io.github.wis2chain.standards.wnm;

import java.util.Optional;

/// What a notification announces, by the relation of its one primary link (WNM 1.3, `/req/core/links`, parts E to G).
public enum LinkRelation {
    /// New data.
    CANONICAL("canonical"),
    /// Data that replace an earlier version.
    UPDATE("update"),
    /// Data that were withdrawn.
    DELETION("deletion");

    private final String wireName;

    LinkRelation(String wireName) {
        this.wireName = wireName;
    }

    /// The value of `rel`.
    public String wireName() {
        return wireName;
    }

    /// The primary relation written so; any other `rel` is no primary one.
    public static Optional<LinkRelation> of(String rel) {
        return switch (rel) {
            case "canonical" -> Optional.of(CANONICAL);
            case "update" -> Optional.of(UPDATE);
            case "deletion" -> Optional.of(DELETION);
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return wireName;
    }
}
