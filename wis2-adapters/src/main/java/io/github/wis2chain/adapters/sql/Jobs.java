package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/// Rows of db-scheduler's table, written as it writes them itself, but many at once and in the
/// transaction of the run: a run that waits or is worked on has one.
final class Jobs {

    /// The name of the only task.
    static final String TASK = "run";

    /// The due time of a run whose source is held: the year 9999.
    static final long HELD = 253_370_764_800_000L;

    /// The due time of a run whose dataset is held: beside that of sources, so that to resume the one
    /// does not let go what waits for the other.
    static final long HELD_WITH_DATASET = HELD + 1;

    private static final String INSERT =
            "INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked,"
                    + " version, run, source) VALUES ('run', ?, ?, false, 1, ?, ?)";

    private Jobs() {}

    /// Adds a job to the batch of {@link #insertion}.
    static void add(PreparedStatement insertion, RunId run, long dueAt, String source)
            throws SQLException {
        insertion.setString(1, run.toString());
        insertion.setLong(2, dueAt);
        insertion.setLong(3, run.value());
        insertion.setString(4, source);
        insertion.addBatch();
    }

    static PreparedStatement insertion(Commit commit) throws SQLException {
        return commit.statement(INSERT);
    }

    static void insert(Commit commit, RunId run, long dueAt, String source) throws SQLException {
        PreparedStatement insertion = insertion(commit);
        add(insertion, run, dueAt, source);
        insertion.executeBatch();
    }
}
