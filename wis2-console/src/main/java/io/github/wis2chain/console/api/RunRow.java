package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// A run in a list.
record RunRow(
        String id,
        String eventId,
        Optional<String> parentId,
        String source,
        String state,
        Optional<String> dataset,
        Optional<String> eventName,
        Optional<String> dataId,
        Optional<String> step,
        Optional<String> cause,
        Optional<String> culprit,
        String summary,
        int attempts,
        Instant receivedAt,
        Instant updatedAt,
        Optional<Instant> dueAt) {

    static RunRow of(RunSummary run) {
        Labels labels = run.labels();
        return new RunRow(
                run.id().toString(),
                run.event().toString(),
                run.parent().map(RunId::toString),
                run.source().value(),
                word(run.state()),
                labels.dataset(),
                labels.eventName(),
                labels.dataId(),
                run.step(),
                run.cause(),
                run.culprit(),
                run.summary(),
                run.attempts(),
                run.receivedAt(),
                run.updatedAt(),
                run.dueAt());
    }

    static String word(RunState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
