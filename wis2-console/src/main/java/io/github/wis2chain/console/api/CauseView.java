package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.CauseGroup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Runs that fail for the same reason.
///
/// @param filter the runs of the group, as parameters of the list of runs and as filter of an action
///     on many
record CauseView(
        Optional<String> dataset,
        String source,
        String step,
        String cause,
        Optional<String> culprit,
        long failed,
        long waiting,
        Instant since,
        Instant latest,
        String summary,
        String remedy,
        String sampleId,
        Map<String, String> filter) {

    static CauseView of(CauseGroup group) {
        CauseGroup.Key key = group.key();
        return new CauseView(
                key.dataset(),
                key.source().value(),
                key.step(),
                key.cause(),
                key.culprit(),
                group.failed(),
                group.waiting(),
                group.since(),
                group.latest(),
                group.sample().summary(),
                group.remedy(),
                group.sample().id().toString(),
                filter(key));
    }

    private static Map<String, String> filter(CauseGroup.Key key) {
        var filter = new LinkedHashMap<String, String>();
        filter.put("state", "failed,waiting");
        filter.put("dataset", key.dataset().orElse(RunQueries.WITHOUT));
        filter.put("source", key.source().value());
        filter.put("step", key.step());
        filter.put("cause", key.cause());
        filter.put("culprit", key.culprit().orElse(RunQueries.WITHOUT));
        return filter;
    }
}
