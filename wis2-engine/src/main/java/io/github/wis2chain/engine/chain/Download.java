package io.github.wis2chain.engine.chain;

import java.util.Optional;

/// Whether the data behind a link were fetched while the notification was built: they are not
/// fetched a second time.
sealed interface Download {

    /// There was no need for the data.
    record NotTried() implements Download {}

    /// The data are there.
    record Found(LinkVerifier.Evidence evidence) implements Download {}

    /// The data could not be had, and the run, which was told so, goes on without.
    record InVain() implements Download {}

    /// What was found, if it was.
    default Optional<LinkVerifier.Evidence> found() {
        return switch (this) {
            case Found(LinkVerifier.Evidence evidence) -> Optional.of(evidence);
            case NotTried _, InVain _ -> Optional.empty();
        };
    }
}
