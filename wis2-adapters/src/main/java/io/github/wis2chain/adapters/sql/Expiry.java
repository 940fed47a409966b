package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Deletes old runs with all that belongs to them, some at a time, so that no event waits long. Used
/// by the journal's thread alone.
///
/// A run is old by when it ended or was last changed, which has an index for what did not simply
/// succeed. Of those that did, which are nearly all, an index would cost more than it is worth: they
/// are looked through in the order of their ids, from where the last look ended, because they end
/// soon after they begin. One that ended much later is found by the next pass from the beginning.
final class Expiry {

    /// About 10 ms.
    private static final int PORTION = 200;

    /// Rows looked through at once, about 2 ms.
    private static final int LOOKED_AT = 1_000;

    /// From one pass from the beginning to the next.
    private static final Duration BETWEEN_PASSES = Duration.ofHours(1);

    private final Retention retention;
    private final Press press;
    private final Pass runs = new Pass(BETWEEN_PASSES);
    private final Pass objects = new Pass(BETWEEN_PASSES);
    private long lastRun;
    private long greatestDeleted;
    private byte[] lastObject = new byte[0];

    Expiry(Retention retention, Press press) {
        this.retention = retention;
        this.press = press;
    }

    /// Deletes a portion.
    ///
    /// @return 0 when there was nothing more to delete or to look at
    int step(Commit commit) throws SQLException {
        Instant now = Instant.ofEpochMilli(commit.now());
        if (runs.isDue(now)) {
            lastRun = 0;
        }
        if (objects.isDue(now)) {
            lastObject = new byte[0];
        }
        int ended =
                succeeded(now.minus(retention.ended()), commit)
                        + changed(StoredState.UNCHANGED, now.minus(retention.ended()), commit)
                        + changed(StoredState.DISCARDED, now.minus(retention.ended()), commit)
                        + changed(StoredState.FAILED, now.minus(retention.failed()), commit);
        GreatestId.deleting(greatestDeleted, commit);
        return ended
                + forget(now.minus(retention.published()), commit)
                + forgetRequests(now.minus(retention.answers()), commit);
    }

    /// When the next look from the beginning is due.
    private static final class Pass {

        private final Duration every;
        private Instant begun = Instant.MIN;

        Pass(Duration every) {
            this.every = every;
        }

        /// Also due when the clock was set back.
        boolean isDue(Instant now) {
            boolean due = now.isBefore(begun) || begun.isBefore(now.minus(every));
            if (due) {
                begun = now;
            }
            return due;
        }
    }

    /// A run that may have to go.
    private record Old(RunId run, long event, StoredState state, long updatedAt) {}

    /// Also looks at what is not to go, of which there is little: what failed is repaired.
    private int succeeded(Instant before, Commit commit) throws SQLException {
        List<Old> all =
                Reads.list(
                        commit.connection(),
                        "SELECT id, event, state, updated_at FROM run WHERE id > ? AND id < ?"
                                + " ORDER BY id LIMIT "
                                + LOOKED_AT,
                        List.of(lastRun, Ids.firstAt(before)),
                        Expiry::old);
        int deleted = 0;
        int seen = 0;
        for (Old run : all) {
            if (deleted == PORTION) {
                return deleted;
            }
            if (run.state() == StoredState.SUCCEEDED && run.updatedAt() < before.toEpochMilli()) {
                delete(run, commit);
                deleted++;
            }
            lastRun = run.run().value();
            seen++;
        }
        return seen == LOOKED_AT ? seen : deleted;
    }

    private int changed(StoredState state, Instant before, Commit commit) throws SQLException {
        List<Old> old =
                Reads.list(
                        commit.connection(),
                        "SELECT id, event, state, updated_at FROM run WHERE state >= 2"
                                + " AND state = ? AND updated_at < ? ORDER BY updated_at LIMIT "
                                + PORTION,
                        List.of(state.code(), before.toEpochMilli()),
                        Expiry::old);
        for (Old run : old) {
            delete(run, commit);
        }
        return old.size();
    }

    private static Old old(ResultSet row) throws SQLException {
        return new Old(
                new RunId(row.getLong(1)),
                row.getLong(2),
                StoredState.of(row.getInt(3)),
                row.getLong(4));
    }

    private void delete(Old old, Commit commit) throws SQLException {
        long run = old.run().value();
        greatestDeleted = Math.max(greatestDeleted, run);
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

    /// Looks through the objects in the order of their keys.
    private int forget(Instant before, Commit commit) throws SQLException {
        var old = new ArrayList<byte[]>();
        List<byte[]> all =
                Reads.list(
                        commit.connection(),
                        "SELECT object, at FROM published_object WHERE object > ?"
                                + " ORDER BY object LIMIT "
                                + LOOKED_AT,
                        List.of(lastObject),
                        row -> {
                            byte[] object = row.getBytes(1);
                            if (Math.abs(row.getLong(2)) < before.toEpochMilli()) {
                                old.add(object);
                            }
                            return object;
                        });
        for (byte[] object : old) {
            commit.execute("DELETE FROM published_object WHERE object = ?", (Object) object);
        }
        if (!all.isEmpty()) {
            lastObject = all.getLast();
        }
        return all.size() == LOOKED_AT ? all.size() : old.size();
    }

    private static int forgetRequests(Instant before, Commit commit) throws SQLException {
        return commit.execute(
                "DELETE FROM kept_request WHERE id IN"
                        + " (SELECT id FROM kept_request WHERE begun_at < ? LIMIT ?)",
                before.toEpochMilli(),
                PORTION);
    }
}
