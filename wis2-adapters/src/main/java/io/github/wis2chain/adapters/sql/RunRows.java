package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.SourceName;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads rows of runs, and from the queue whether they are worked on or when they are due.
final class RunRows {

    static final String SELECT =
            "SELECT run.id, run.event, run.parent, run.source, run.received_at, run.state,"
                + " run.step, run.cause, run.culprit, run.attempts, run.updated_at, history.body"
                + " FROM run LEFT JOIN history ON history.run = run.id ";

    private final Press press;

    RunRows(Press press) {
        this.press = press;
    }

    /// A run as two tables have it.
    record Stored(RunSummary summary, RunBody body) {}

    /// What the queue knows of a run that has not ended.
    private record Job(boolean picked, long dueAt) {}

    List<Stored> list(Connection connection, String where, List<?> values) throws SQLException {
        List<Stored> stored = Reads.list(connection, SELECT + where, values, this::read);
        List<String> waiting =
                stored.stream()
                        .filter(run -> run.summary().state() == RunState.WAITING)
                        .map(run -> run.summary().id().toString())
                        .toList();
        if (waiting.isEmpty()) {
            return stored;
        }
        Map<RunId, Job> jobs = jobs(connection, waiting);
        return stored.stream().map(run -> withJob(run, jobs.get(run.summary().id()))).toList();
    }

    Optional<Stored> one(Connection connection, RunId id) throws SQLException {
        return list(connection, "WHERE run.id = ?", List.of(id.value())).stream().findFirst();
    }

    private static Map<RunId, Job> jobs(Connection connection, List<String> runs)
            throws SQLException {
        var jobs = new HashMap<RunId, Job>();
        for (int from = 0; from < runs.size(); from += 500) {
            List<String> some = runs.subList(from, Math.min(runs.size(), from + 500));
            Reads.list(
                    connection,
                    "SELECT run, picked, execution_time FROM scheduled_tasks"
                            + " WHERE task_name = 'run' AND task_instance IN (%s)"
                                    .formatted(Reads.marks(some.size())),
                    some,
                    row ->
                            jobs.put(
                                    new RunId(row.getLong(1)),
                                    new Job(row.getBoolean(2), row.getLong(3))));
        }
        return jobs;
    }

    private Stored read(ResultSet row) throws SQLException {
        byte @Nullable [] packed = row.getBytes("body");
        StoredState state = StoredState.of(row.getInt("state"));
        RunBody body = packed == null ? RunBody.NONE : RunBody.unpacked(press, packed);
        String summary =
                state == StoredState.WAITING && body.summary().isEmpty()
                        ? "Waits for its turn."
                        : body.summary();
        long parent = row.getLong("parent");
        Optional<RunId> from = row.wasNull() ? Optional.empty() : Optional.of(new RunId(parent));
        return new Stored(
                new RunSummary(
                        new RunId(row.getLong("id")),
                        new EventId(row.getLong("event")),
                        from,
                        new SourceName(row.getString("source")),
                        state.state(),
                        body.labels(),
                        Optional.ofNullable(row.getString("step")),
                        Optional.ofNullable(row.getString("cause")),
                        Optional.ofNullable(row.getString("culprit")),
                        summary,
                        row.getInt("attempts"),
                        Instant.ofEpochMilli(row.getLong("received_at")),
                        Instant.ofEpochMilli(row.getLong("updated_at")),
                        Optional.empty()),
                body);
    }

    private static String summary(RunSummary run, Job job) {
        if (job.picked()) {
            return "Is being worked on.";
        }
        Optional<String> paused =
                job.dueAt() == Jobs.HELD_WITH_DATASET ? run.labels().dataset() : Optional.empty();
        return paused.map(Outcome.Held::waitsFor).orElse(run.summary());
    }

    private static Stored withJob(Stored stored, @Nullable Job job) {
        if (job == null) {
            return stored;
        }
        RunSummary run = stored.summary();
        boolean hasDueTime = !job.picked() && job.dueAt() < Jobs.HELD;
        return new Stored(
                new RunSummary(
                        run.id(),
                        run.event(),
                        run.parent(),
                        run.source(),
                        job.picked() ? RunState.RUNNING : RunState.WAITING,
                        run.labels(),
                        run.step(),
                        run.cause(),
                        run.culprit(),
                        summary(run, job),
                        run.attempts(),
                        run.receivedAt(),
                        run.updatedAt(),
                        hasDueTime
                                ? Optional.of(Instant.ofEpochMilli(job.dueAt()))
                                : Optional.empty()),
                stored.body());
    }

    /// All rows of a query as a list of run ids, from its first column.
    static List<RunId> ids(Connection connection, String sql, List<?> values) throws SQLException {
        return new ArrayList<>(
                Reads.list(connection, sql, values, row -> new RunId(row.getLong(1))));
    }
}
