package io.github.wis2chain.standards.topics;

/// What the list of centre-ids knows of an identifier.
public enum CentreStanding {
    /// In the list, or added by the caller, and in use.
    REGISTERED,
    /// In the list as retired.
    RETIRED,
    /// Not in the list, and need not be: a suffix `-test` under a known top-level domain.
    TEST,
    /// Neither.
    UNKNOWN;

    /// Whether a notification may be published in the name of such a centre.
    public boolean mayPublish() {
        return this != UNKNOWN;
    }
}
