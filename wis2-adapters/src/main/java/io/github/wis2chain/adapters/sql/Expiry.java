package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Deletes old runs with all that belongs to them, some at a time, so that no event waits long.
final class Expiry {

    /// About 10 ms.
    private static final int PORTION = 200;

    private final Retention retention;
    private final Press press;

    Expiry(Retention retention, Press press) {
        this.retention = retention;
        this.press = press;
    }

    /// Deletes a portion.
    ///
    /// @return how many rows of the main tables were deleted
    int step(Commit commit) throws SQLException {
        Instant now = Instant.ofEpochMilli(commit.now());
        List<Old> old = old("state IN (1, 2, 4)", now.minus(retention.ended()), commit);
        if (old.size() < PORTION) {
            old.addAll(old("state >= 2 AND state = 3", now.minus(retention.failed()), commit));
        }
        for (Old run : old) {
            delete(run, commit);
        }
        return old.size()
                + forget(now.minus(retention.published()), commit)
                + forgetRequests(now.minus(retention.answers()), commit);
    }

    /// A run that has to go.
    private record Old(RunId run, long event, StoredState state) {}

    private static List<Old> old(String states, Instant before, Commit commit) throws SQLException {
        return Reads.list(
                commit.connection(),
                "SELECT id, event, state FROM run WHERE %s AND id < ? ORDER BY id LIMIT %d"
                        .formatted(states, PORTION),
                List.of(Ids.firstAt(before)),
                Expiry::old);
    }

    private static Old old(ResultSet row) throws SQLException {
        return new Old(new RunId(row.getLong(1)), row.getLong(2), StoredState.of(row.getInt(3)));
    }

    private void delete(Old old, Commit commit) throws SQLException {
        long run = old.run().value();
        PreparedStatement term =
                commit.statement("DELETE FROM run_term WHERE term = ? AND run = ?");
        for (long one : terms(run, commit)) {
            term.setLong(1, one);
            term.setLong(2, run);
            term.addBatch();
        }
        term.executeBatch();
        commit.execute("DELETE FROM notification WHERE run = ?", run);
        commit.execute("DELETE FROM act WHERE run = ?", run);
        commit.execute("DELETE FROM history WHERE run = ?", run);
        commit.execute("DELETE FROM event WHERE id = ?", old.event());
        commit.execute("DELETE FROM run WHERE id = ?", run);
        commit.tally().deleted(old.state());
    }

    /// What the run is found by is not indexed by run: it is worked out again from what it was made
    /// of.
    private Set<Long> terms(long run, Commit commit) throws SQLException {
        var terms = new HashSet<Long>();
        Reads.list(
                commit.connection(),
                "SELECT body FROM history WHERE run = ?",
                List.of(run),
                row ->
                        terms.addAll(
                                Digests.ofLabels(
                                        RunBody.unpacked(press, row.getBytes(1)).labels())));
        Reads.list(
                commit.connection(),
                "SELECT uuid, body FROM notification WHERE run = ?",
                List.of(run),
                row ->
                        terms.addAll(
                                Digests.ofNotification(
                                        NotificationBody.uuidText(row.getBytes(1)),
                                        NotificationBody.unpacked(press, row.getBytes(2))
                                                .dataId())));
        return terms;
    }

    private static int forget(Instant before, Commit commit) throws SQLException {
        return commit.execute(
                "DELETE FROM published_object WHERE object IN"
                        + " (SELECT object FROM published_object WHERE ABS(at) < ? LIMIT ?)",
                before.toEpochMilli(),
                PORTION);
    }

    private static int forgetRequests(Instant before, Commit commit) throws SQLException {
        return commit.execute(
                "DELETE FROM kept_request WHERE id IN"
                        + " (SELECT id FROM kept_request WHERE begun_at < ? LIMIT ?)",
                before.toEpochMilli(),
                PORTION);
    }
}
