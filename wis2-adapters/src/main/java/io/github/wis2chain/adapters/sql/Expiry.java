package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
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

    private final Retention retention;
    private final Press press;

    Expiry(Retention retention, Press press) {
        this.retention = retention;
        this.press = press;
    }

    /// How far runs and objects were looked through.
    record Progress(Pass<Long> runs, Pass<Blob> objects) {

        private static final Long FIRST_RUN = 0L;
        private static final Blob FIRST_OBJECT = new Blob(new byte[0]);

        static final Progress NONE =
                new Progress(Pass.before(FIRST_RUN), Pass.before(FIRST_OBJECT));

        Progress at(Instant now) {
            return new Progress(runs.at(now, FIRST_RUN), objects.at(now, FIRST_OBJECT));
        }
    }

    /// What was done in one transaction.
    ///
    /// @param rows 0 when there was nothing more to delete or to look at
    /// @param progress holds only if the transaction was committed
    record Portion(int rows, Progress progress) {}

    /// What was found in a part of the rows.
    ///
    /// @param rows 0 when there was nothing old and there is nothing more to look at
    /// @param old what has to go
    private record Look<K, T>(int rows, Pass<K> pass, List<T> old) {}

    /// Deletes a portion.
    Portion step(Progress before, Commit commit) throws SQLException {
        Instant now = Instant.ofEpochMilli(commit.now());
        Progress begun = before.at(now);
        Instant lastEnd = now.minus(retention.ended());
        Look<Long, Old> runs = succeeded(begun.runs(), lastEnd, commit);
        List<Old> others = new ArrayList<>();
        others.addAll(changed(StoredState.UNCHANGED, lastEnd, commit));
        others.addAll(changed(StoredState.DISCARDED, lastEnd, commit));
        others.addAll(changed(StoredState.FAILED, now.minus(retention.failed()), commit));
        long greatest = Math.max(delete(runs.old(), commit), delete(others, commit));
        GreatestId.deleting(greatest, commit);
        Instant lastPublished = now.minus(retention.published());
        Look<Blob, Blob> objects = published(begun.objects(), lastPublished, commit);
        forget(objects.old(), lastPublished, commit);
        int requests = forgetRequests(now.minus(retention.answers()), commit);
        return new Portion(
                runs.rows() + others.size() + objects.rows() + requests,
                new Progress(runs.pass(), objects.pass()));
    }

    /// A run that may have to go.
    private record Old(RunId run, long event, StoredState state, long updatedAt) {}

    /// Also looks at what is not to go, of which there is little: what failed is repaired.
    private static Look<Long, Old> succeeded(Pass<Long> pass, Instant before, Commit commit)
            throws SQLException {
        List<Old> all =
                Reads.list(
                        commit.connection(),
                        "SELECT id, event, state, updated_at FROM run WHERE id > ? AND id < ?"
                                + " ORDER BY id LIMIT "
                                + LOOKED_AT,
                        List.of(pass.behind(), Ids.firstAt(before)),
                        Expiry::old);
        List<Old> old = new ArrayList<>();
        long last = pass.behind();
        for (Old run : all) {
            if (old.size() == PORTION) {
                return new Look<>(PORTION, pass.on(last, false), old);
            }
            if (run.state() == StoredState.SUCCEEDED && run.updatedAt() < before.toEpochMilli()) {
                old.add(run);
            }
            last = run.run().value();
        }
        boolean more = all.size() == LOOKED_AT;
        return new Look<>(more ? all.size() : old.size(), pass.on(last, !more), old);
    }

    private static List<Old> changed(StoredState state, Instant before, Commit commit)
            throws SQLException {
        return Reads.list(
                commit.connection(),
                "SELECT id, event, state, updated_at FROM run WHERE state >= 2"
                        + " AND state = ? AND updated_at < ? ORDER BY updated_at LIMIT "
                        + PORTION,
                List.of(state.code(), before.toEpochMilli()),
                Expiry::old);
    }

    private static Old old(ResultSet row) throws SQLException {
        return new Old(
                new RunId(row.getLong(1)),
                row.getLong(2),
                StoredState.of(row.getInt(3)),
                row.getLong(4));
    }

    /// Deletes runs.
    ///
    /// @return the greatest id of them, 0 for none; ids of the future, which are not gone by, do not count
    private long delete(List<Old> runs, Commit commit) throws SQLException {
        long ahead = Ids.firstAhead(Instant.ofEpochMilli(commit.now()));
        long greatest = 0;
        for (Old old : runs) {
            delete(old, commit);
            long id = old.run().value();
            greatest = id < ahead ? Math.max(greatest, id) : greatest;
        }
        return greatest;
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

    /// Looks through the objects in the order of their keys.
    private static Look<Blob, Blob> published(Pass<Blob> pass, Instant before, Commit commit)
            throws SQLException {
        var old = new ArrayList<Blob>();
        List<Blob> all =
                Reads.list(
                        commit.connection(),
                        "SELECT object, at FROM published_object WHERE object > ?"
                                + " ORDER BY object LIMIT "
                                + LOOKED_AT,
                        List.of(pass.behind().bytes()),
                        row -> {
                            var object = new Blob(row.getBytes(1));
                            if (Math.abs(row.getLong(2)) < before.toEpochMilli()) {
                                old.add(object);
                            }
                            return object;
                        });
        Blob last = all.isEmpty() ? pass.behind() : all.getLast();
        boolean more = all.size() == LOOKED_AT;
        return new Look<>(more ? all.size() : old.size(), pass.on(last, !more), old);
    }

    /// Forgets objects. Their age is asked for once more, because another node may have published one
    /// again since.
    private static void forget(List<Blob> objects, Instant before, Commit commit)
            throws SQLException {
        for (Blob object : objects) {
            commit.execute(
                    "DELETE FROM published_object WHERE object = ? AND ABS(at) < ?",
                    object.bytes(),
                    before.toEpochMilli());
        }
    }

    private static int forgetRequests(Instant before, Commit commit) throws SQLException {
        return commit.execute(
                "DELETE FROM kept_request WHERE id IN"
                        + " (SELECT id FROM kept_request WHERE begun_at < ? LIMIT ?)",
                before.toEpochMilli(),
                PORTION);
    }
}
