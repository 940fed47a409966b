package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.util.Optional;

/// A run as a list shows it.
///
/// @param parent the run whose corrected event this run has
/// @param step the step that failed last, if one did
/// @param cause the code of the failure, while the run is failed or waits to be tried again
/// @param culprit what is at fault for it, if that is known
/// @param summary one sentence on how it ended or why it waits
/// @param attempts how often it was tried
/// @param dueAt when a waiting run is tried next; empty when it is held or not waiting
public record RunSummary(
        RunId id,
        EventId event,
        Optional<RunId> parent,
        SourceName source,
        RunState state,
        Labels labels,
        Optional<String> step,
        Optional<String> cause,
        Optional<String> culprit,
        String summary,
        int attempts,
        Instant receivedAt,
        Instant updatedAt,
        Optional<Instant> dueAt) {}
