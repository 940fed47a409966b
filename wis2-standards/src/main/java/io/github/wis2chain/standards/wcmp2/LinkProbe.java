package io.github.wis2chain.standards.wcmp2;

import java.util.Optional;

/// Opens a link by the caller's means and says what came back.
@FunctionalInterface
public interface LinkProbe {

    /// What came of it.
    sealed interface Answer {

        /// The answer of a server that refuses, fails or cannot be reached.
        Answer INACCESSIBLE = new Served(false, Optional.empty());

        /// What a server answered.
        ///
        /// @param accessible whether the status was below 300 after all redirections
        /// @param mediaType that of the answer as served, if there was any
        record Served(boolean accessible, Optional<String> mediaType) implements Answer {}

        /// The caller does not open this link, which says nothing of it: its points are skipped.
        ///
        /// @param reason one sentence
        record NotOpened(String reason) implements Answer {}
    }

    /// Opens a URL that begins with `http`. It does not throw for one that cannot be reached. It is called once for
    /// each URL, one after the other: a caller with many should ask them together before, and answer from what it has.
    Answer open(String url);
}
