package io.github.wis2chain.standards.conformance;

/// The outcome of one test.
public enum Verdict {
    /// The requirement is met.
    PASSED,
    /// The requirement is not met.
    FAILED,
    /// The requirement is met, a recommendation is not.
    WARNING,
    /// Not decided, because something it needs was missing.
    SKIPPED
}
