package io.github.wis2chain.adapters.sql;

/// The forms in which documents have been stored.
final class Versions {

    private Versions() {}

    /// Refuses what a later version has stored.
    ///
    /// @throws IllegalStateException if the form is none that this program knows
    static void check(String what, long version, int newest) {
        if (version < 1 || version > newest) {
            throw new IllegalStateException(
                    "a stored %s has form [%d]; this version knows 1 to %d"
                            .formatted(what, version, newest));
        }
    }
}
