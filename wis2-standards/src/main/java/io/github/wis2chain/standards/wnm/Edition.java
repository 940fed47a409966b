package io.github.wis2chain.standards.wnm;

/// A state of the text of WNM. A message cannot say which one it follows, because the version in the conformance class
/// is `1` in both.
public enum Edition {
    /// Release 1.3.0 of 15 June 2026, in force.
    RELEASE_1_3("1.3"),
    /// The draft of 12 August 2026: `metadata_id` is required, `version` means nothing, `integrity` is a requirement of
    /// its own, and the media types of links are recommended.
    DRAFT_1_4("1.4-draft");

    private final String text;

    Edition(String text) {
        this.text = text;
    }

    /// As people write it: `1.4-draft`.
    public String text() {
        return text;
    }
}
