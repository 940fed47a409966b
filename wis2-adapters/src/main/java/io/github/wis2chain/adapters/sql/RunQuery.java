package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The condition of a list of runs: each part of it has an index, and pages follow each other by id.
final class RunQuery {

    /// How long after its arrival an event may have come into the journal.
    private static final Duration SLACK = Duration.ofHours(1);

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    private RunQuery() {}

    static RunQuery of(RunFilter filter, Optional<RunId> before, int limit) {
        var query = new RunQuery();
        before.ifPresent(id -> query.and("run.id < ?", id.value()));
        if (!filter.states().isEmpty() && filter.states().size() < RunState.values().length) {
            query.states(filter.states());
        }
        filter.dataset().ifPresent(name -> query.and("run.dataset = ?", name));
        filter.source().ifPresent(name -> query.and("run.source = ?", name.value()));
        filter.cause().ifPresent(code -> query.and("run.cause = ?", code));
        filter.text()
                .ifPresent(text ->
                        query.and(
                                "run.id IN (SELECT run FROM run_term WHERE term = ?)",
                                Digests.ofTerm(text)));
        filter.since()
                .ifPresent(since -> {
                    query.and("run.id >= ?", Ids.firstAt(since));
                    query.and("run.received_at >= ?", since.toEpochMilli());
                });
        filter.until()
                .ifPresent(until -> {
                    query.and("run.id < ?", Ids.firstAt(until.plus(SLACK)));
                    query.and("run.received_at < ?", until.toEpochMilli());
                });
        query.values.add(limit);
        return query;
    }

    String where() {
        String all = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return all + " ORDER BY run.id DESC LIMIT ?";
    }

    List<Object> values() {
        return values;
    }

    private void and(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    /// Codes from 2 have a partial index, which is used where its own condition is repeated; what has
    /// not ended is in the queue.
    private void states(Set<RunState> states) {
        var any = new ArrayList<String>();
        var notable = new ArrayList<String>();
        for (RunState state : states) {
            switch (state) {
                case WAITING -> any.add(queued("WHERE picked = false"));
                case RUNNING -> any.add(queued("WHERE picked = true"));
                case SUCCEEDED -> any.add("run.state = 1");
                case UNCHANGED -> notable.add("2");
                case FAILED -> notable.add("3");
                case DISCARDED -> notable.add("4");
            }
        }
        if (!notable.isEmpty()) {
            any.add("(run.state >= 2 AND run.state IN (%s))".formatted(String.join(", ", notable)));
        }
        conditions.add("(%s)".formatted(String.join(" OR ", any)));
    }

    private static String queued(String which) {
        return "run.id IN (SELECT run FROM scheduled_tasks %s)".formatted(which);
    }
}
