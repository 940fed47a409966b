package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.request.KeptAnswer;
import io.github.wis2chain.engine.request.RequestDigest;
import io.github.wis2chain.engine.request.RequestKey;
import io.github.wis2chain.engine.request.RequestMemory;
import io.github.wis2chain.engine.request.Standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Remembers requests that carry a key.
final class SqlRequestMemory implements RequestMemory {

    private static final int BEGUN = 0;
    private static final int ANSWERED = 1;
    private static final int INTERRUPTED = 2;

    private final Journal journal;
    private final Press press;
    private final Duration kept;

    /// @param kept how long, from when they came in
    SqlRequestMemory(Journal journal, Press press, Duration kept) {
        this.journal = journal;
        this.press = press;
        this.kept = kept;
    }

    /// Those that a process did not bring to their end, where no other process can be at work.
    static int interrupt(Commit commit) throws SQLException {
        return commit.execute(
                "UPDATE kept_request SET state = ? WHERE state = ?", INTERRUPTED, BEGUN);
    }

    @Override
    public CompletableFuture<Standing> begin(
            RequestKey key, RequestDigest request, boolean repeatable) {
        WriteAct.Deed<Standing> deed = commit -> standing(key, request, repeatable, commit);
        return journal.write(new WriteAct<>(deed));
    }

    @Override
    public CompletableFuture<Void> answered(RequestKey key, KeptAnswer answer) {
        byte[] packed = KeptAnswerBody.packed(answer, press);
        return perform(commit ->
                commit.execute(
                        "UPDATE kept_request SET state = ?, answer = ? WHERE id = ?",
                        ANSWERED,
                        packed,
                        key.digest()));
    }

    @Override
    public CompletableFuture<Void> forget(RequestKey key) {
        return perform(
                commit -> commit.execute("DELETE FROM kept_request WHERE id = ?", key.digest()));
    }

    private CompletableFuture<Void> perform(WriteAct.Deed<Integer> deed) {
        return journal.write(WriteAct.thatMustSucceed(deed)).thenAccept(rows -> {});
    }

    /// What is in the table of a request.
    private record Row(RequestDigest request, long begunAt, int state, Optional<byte[]> answer) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new RequestDigest(row.getString(1)),
                    row.getLong(2),
                    row.getInt(3),
                    Optional.ofNullable(row.getBytes(4)));
        }
    }

    private Standing standing(
            RequestKey key, RequestDigest request, boolean repeatable, Commit commit)
            throws SQLException {
        commit.execute(
                "DELETE FROM kept_request WHERE id = ? AND begun_at < ?",
                key.digest(),
                commit.now() - kept.toMillis());
        int begun =
                commit.execute(
                        "INSERT INTO kept_request (id, request, begun_at, state)"
                                + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        key.digest(),
                        request.value(),
                        commit.now(),
                        BEGUN);
        if (begun == 1) {
            return new Standing.Begun();
        }
        Row known = known(key, commit);
        if (!known.request().equals(request)) {
            return new Standing.Other();
        }
        if (known.answer().isPresent()) {
            return new Standing.Answered(KeptAnswerBody.unpacked(known.answer().get(), press));
        }
        if (known.state() == BEGUN && known.begunAt() > commit.now() - LONGEST_WORK.toMillis()) {
            return new Standing.UnderWay();
        }
        return repeatable && begunAgain(key, known, commit)
                ? new Standing.Begun()
                : new Standing.Unfinished();
    }

    private static Row known(RequestKey key, Commit commit) throws SQLException {
        return Reads.one(
                        commit.connection(),
                        "SELECT request, begun_at, state, answer FROM kept_request WHERE id = ?",
                        List.of(key.digest()),
                        Row::of)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "the request was forgotten in this moment; send it again"));
    }

    /// Of nodes that share the store, one begins it again.
    private static boolean begunAgain(RequestKey key, Row known, Commit commit)
            throws SQLException {
        int begun =
                commit.execute(
                        "UPDATE kept_request SET state = ?, begun_at = ?"
                                + " WHERE id = ? AND state = ? AND begun_at = ?",
                        BEGUN,
                        commit.now(),
                        key.digest(),
                        known.state(),
                        known.begunAt());
        return begun == 1;
    }
}
