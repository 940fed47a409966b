package io.github.wis2chain.engine.run;

import java.time.Instant;

/// What a person did to a run, for the audit.
///
/// @param kind `retry`, `edit`, `discard`, `note`, `pause`, `resume`
/// @param who the account that acted, or the name that the command line gives
/// @param text reason or note; may be empty where none is asked for
public record Act(String kind, String who, String text, Instant at) {}
