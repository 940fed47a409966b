package io.github.wis2chain.engine.run;

/// A run that this process, and no other, has been given to work on.
///
/// @param resumed a process may have worked on this run before: a kept result is worth looking for
public record Claim(RunId run, Event event, History history, Labels labels, boolean resumed) {}
