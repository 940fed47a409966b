package io.github.wis2chain.standards.conformance;

/// Whose judgement is wanted.
public enum Profile {
    /// That of the text of the standard; the gate before publishing.
    STRICT,
    /// That of the official validator, verdict for verdict, so that results can be compared.
    REFERENCE
}
