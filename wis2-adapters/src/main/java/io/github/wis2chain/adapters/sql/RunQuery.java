package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Window;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/// The condition of a list of runs: each part of it has an index, and pages follow each other by id.
/// A text is no part of it, see {@link TextSearch}.
final class RunQuery {

    /// How long after its arrival an event may have come into the journal.
    private static final Duration SLACK = Duration.ofHours(1);

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    /// Conditions of which one at least must hold, each with an index of its own; none if all states are wanted.
    private final List<String> legs = new ArrayList<>();

    private String end = "";

    private RunQuery() {}

    /// Runs beside the window's edge, in its direction.
    static RunQuery of(RunFilter filter, Window window, int limit) {
        RunQuery query = of(filter);
        window.before().ifPresent(id -> query.and("run.id < ?", id));
        window.after().ifPresent(id -> query.and("run.id > ?", id));
        return query.ending(
                window.isForward() ? " ORDER BY run.id LIMIT ?" : " ORDER BY run.id DESC LIMIT ?",
                limit);
    }

    /// All runs that pass the filter, in no order.
    ///
    /// @param before only runs older than this one
    static RunQuery of(RunFilter filter, Optional<RunId> before, int atMost) {
        RunQuery query = of(filter);
        before.ifPresent(edge -> query.and("run.id < ?", edge.value()));
        return query.ending(" LIMIT ?", atMost);
    }

    private static RunQuery of(RunFilter filter) {
        var query = new RunQuery();
        if (!filter.states().isEmpty() && filter.states().size() < RunState.values().length) {
            query.states(filter.states());
        }
        filter.dataset().ifPresent(name -> query.named("run.dataset", name));
        filter.source().ifPresent(name -> query.and("run.source = ?", name.value()));
        filter.step().ifPresent(name -> query.and("run.step = ?", name));
        filter.cause().ifPresent(code -> query.and("run.cause = ?", code));
        filter.culprit().ifPresent(name -> query.named("run.culprit", name));
        filter.since()
                .ifPresent(since -> {
                    query.and("run.id >= ?", Ids.firstAt(since));
                    query.and("run.received_at >= ?", since.toEpochMilli());
                });
        filter.until()
                .ifPresent(until -> {
                    query.and("run.id < ?", behind(until));
                    query.and("run.received_at < ?", until.toEpochMilli());
                });
        return query;
    }

    /// What came into the journal by then has a smaller id.
    static long behind(Instant until) {
        return Ids.firstAt(until.plus(SLACK));
    }

    /// Conditions, order and limit.
    String where() {
        String all = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        return all + end;
    }

    List<Object> values() {
        return values;
    }

    /// One leg is a condition like others. Of several, each gives its own first runs: planners do not
    /// see that an index serves each side of an OR.
    private RunQuery ending(String order, int limit) {
        end = order;
        if (legs.size() < 2) {
            conditions.addAll(legs);
            values.add(limit);
            return this;
        }
        List<Object> once = new ArrayList<>(values);
        once.add(limit);
        var firstOfEach = new StringJoiner(" UNION ALL ", "run.id IN (", ")");
        values.clear();
        for (String leg : legs) {
            List<String> all = new ArrayList<>(conditions);
            all.add(leg);
            firstOfEach.add(
                    "SELECT id FROM (SELECT run.id AS id FROM run WHERE %s%s) AS leg"
                            .formatted(String.join(" AND ", all), order));
            values.addAll(once);
        }
        conditions.clear();
        conditions.add(firstOfEach.toString());
        values.add(limit);
        return this;
    }

    private void and(String condition, Object value) {
        conditions.add(condition);
        values.add(value);
    }

    private void named(String column, String name) {
        if (name.equals(RunFilter.NONE)) {
            conditions.add(column + " IS NULL");
        } else {
            and(column + " = ?", name);
        }
    }

    /// Codes from 2 have a partial index, which is used where its own condition is repeated; what has
    /// not ended is in the queue.
    private void states(Set<RunState> states) {
        var notable = new ArrayList<String>();
        for (RunState state : states) {
            switch (state) {
                case WAITING -> legs.add(queued("WHERE picked = false"));
                case RUNNING -> legs.add(queued("WHERE picked = true"));
                case SUCCEEDED -> legs.add("run.state = 1");
                case UNCHANGED -> notable.add("2");
                case FAILED -> notable.add("3");
                case DISCARDED -> notable.add("4");
            }
        }
        if (!notable.isEmpty()) {
            legs.add("run.state >= 2 AND run.state IN (%s)".formatted(String.join(", ", notable)));
        }
    }

    private static String queued(String which) {
        return "run.id IN (SELECT run FROM scheduled_tasks %s)".formatted(which);
    }
}
