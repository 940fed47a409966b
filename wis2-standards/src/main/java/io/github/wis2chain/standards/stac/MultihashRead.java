package io.github.wis2chain.standards.stac;

/// What reading a text as a multihash gave: one, or the reason why there is none.
public sealed interface MultihashRead {

    /// A multihash.
    record Sound(Multihash multihash) implements MultihashRead {}

    /// A text that is none.
    ///
    /// @param reason what is wrong with it, to stand after the text in a sentence
    record Malformed(String reason) implements MultihashRead {}
}
