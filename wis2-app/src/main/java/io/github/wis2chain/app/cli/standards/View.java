package io.github.wis2chain.app.cli.standards;

/// What people are shown of a judged file; JSON always has everything.
enum View {
    /// The verdict, and every finding.
    FINDINGS,
    /// Each test of the suite.
    TESTS,
    /// Each indicator.
    INDICATORS
}
