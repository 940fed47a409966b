package io.github.wis2chain.engine.run;

import java.time.Instant;

/// What a person did to a run, a source or a dataset, for the audit.
///
/// @param kind `publish`, `retry`, `edit`, `discard`, `note`, `pause`, `resume`
/// @param who the account or token that acted
/// @param text reason or note; may be empty where none is asked for
/// @param from the address that it came from; empty for the node itself
public record Act(String kind, String who, String text, Instant at, String from) {

    /// An act of the node itself, or one whose origin does not matter.
    public Act(String kind, String who, String text, Instant at) {
        this(kind, who, text, at, "");
    }
}
