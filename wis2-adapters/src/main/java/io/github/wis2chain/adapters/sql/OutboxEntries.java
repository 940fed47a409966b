package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes notifications before they are sent, and their acknowledgements after.
///
/// A run's notifications are stored once: the unique key of run and place refuses whoever comes
/// second, so that one run never goes out under two identities.
final class OutboxEntries {

    private static final String INSERT =
            "INSERT INTO notification (id, run, place, uuid, dataset, pubtime, acknowledged_at,"
                    + " answer, body, rel) VALUES (?, ?, ?, ?, ?, ?, ?, -1, ?, ?)";

    private static final String ACKNOWLEDGE_AGAIN =
            "UPDATE notification SET acknowledged_at = ?, answer = ? WHERE run = ? AND uuid = ?";

    private static final String ACKNOWLEDGE = ACKNOWLEDGE_AGAIN + " AND acknowledged_at <= 0";

    private static final String PUBLISHED =
            "INSERT INTO published_object (object, run, at, uuid, rel, fingerprint)"
                    + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (object) DO UPDATE SET"
                    + " run = excluded.run, at = excluded.at, uuid = excluded.uuid,"
                    + " rel = excluded.rel, fingerprint = excluded.fingerprint"
                    + " WHERE excluded.run >= published_object.run OR published_object.run >= ";

    private final Ids ids;
    private final Press press;

    /// The numbers of answers that are known to be stored.
    private final Map<Answer, Integer> answers = new HashMap<>();

    /// What a broker says to an acknowledged message.
    private record Answer(String broker, String reason) {}

    OutboxEntries(Ids ids, Press press) {
        this.ids = ids;
        this.press = press;
    }

    /// The number in column `rel`.
    static int code(String rel) {
        return switch (rel) {
            case "update" -> 1;
            case "deletion" -> 2;
            default -> 0;
        };
    }

    void forgetAnswers() {
        answers.clear();
    }

    void store(List<WriteNotifications> writes, Commit commit) throws SQLException {
        PreparedStatement insert = commit.statement(INSERT);
        var terms = new Terms(commit);
        for (WriteNotifications write : writes) {
            int place = 0;
            for (WriteNotifications.Packed packed : write.notifications()) {
                long pubtime = packed.ready().pubtime().toEpochMilli();
                insert.setLong(1, ids.number());
                insert.setLong(2, write.run().value());
                insert.setInt(3, place++);
                insert.setBytes(4, packed.uuid().bytes());
                insert.setString(5, packed.ready().dataset());
                insert.setLong(6, pubtime);
                insert.setLong(7, -pubtime);
                insert.setBytes(8, packed.body().bytes());
                insert.setInt(9, code(packed.ready().rel()));
                insert.addBatch();
                terms.add(
                        write.run(),
                        Digests.ofNotification(packed.ready().id(), packed.ready().dataId()));
            }
            write.settle(write.run());
        }
        insert.executeBatch();
        terms.execute();
    }

    void acknowledge(List<WriteAcknowledgement> writes, Commit commit) throws SQLException {
        PreparedStatement update = commit.statement(ACKNOWLEDGE);
        for (WriteAcknowledgement write : writes) {
            fill(update, write, commit);
            update.addBatch();
        }
        int[] updated = update.executeBatch();
        var publications = new ArrayList<Publication>();
        for (int i = 0; i < updated.length; i++) {
            WriteAcknowledgement write = writes.get(i);
            boolean first = updated[i] != 0;
            Optional<Publication> sent =
                    first || isAcknowledgedAgain(write, commit)
                            ? publication(write.run(), write.uuid(), write.ready(), commit)
                            : Optional.empty();
            if (sent.isPresent()) {
                Instant at = write.delivery().acknowledgedAt();
                publications.add(sent.get().acknowledgedAt(at.toEpochMilli()));
                if (first) {
                    commit.tally().published(at, sent.get().dataset());
                } else {
                    commit.tally().publishedAgain(at, sent.get().dataset());
                }
                write.settle(write.run());
            } else {
                write.refuse(unknown(write.run(), write.uuid()));
            }
        }
        publish(publications, commit);
    }

    private void fill(PreparedStatement update, WriteAcknowledgement write, Commit commit)
            throws SQLException {
        update.setLong(1, write.delivery().acknowledgedAt().toEpochMilli());
        update.setInt(2, answer(write.delivery(), commit));
        update.setLong(3, write.run().value());
        update.setBytes(4, write.uuid());
    }

    /// Rare: what was sent once more after an unclean stop.
    private boolean isAcknowledgedAgain(WriteAcknowledgement write, Commit commit)
            throws SQLException {
        PreparedStatement update = commit.statement(ACKNOWLEDGE_AGAIN);
        fill(update, write, commit);
        return update.executeUpdate() > 0;
    }

    void unanswered(List<WriteUnanswered> writes, Commit commit) throws SQLException {
        var publications = new ArrayList<Publication>();
        for (WriteUnanswered write : writes) {
            Optional<Publication> sent =
                    publication(write.run(), write.uuid(), write.ready(), commit);
            if (sent.isPresent()) {
                publications.add(sent.get());
                write.settle(write.run());
            } else {
                write.refuse(unknown(write.run(), write.uuid()));
            }
        }
        publish(publications, commit);
    }

    private static IllegalStateException unknown(RunId run, byte[] uuid) {
        return new IllegalStateException(
                "run %s has no notification %s".formatted(run, NotificationBody.uuidText(uuid)));
    }

    /// What goes into the memory of what was published.
    ///
    /// @param at of the acknowledgement, or minus pubtime
    private record Publication(
            String dataset,
            Blob object,
            RunId run,
            Blob uuid,
            long at,
            String rel,
            String fingerprint) {

        static Publication later(Publication one, Publication other, Instant now) {
            return Ids.isLater(one.run(), other.run(), now) ? one : other;
        }

        Publication acknowledgedAt(long time) {
            return new Publication(dataset, object, run, uuid, time, rel, fingerprint);
        }
    }

    /// What a run has published whose id is of the future is replaced by any that is not. The bound is in
    /// the text, because a driver that joins inserts takes no value behind theirs, and is of the hour, so
    /// that the text is known to the database.
    private static void publish(List<Publication> publications, Commit commit) throws SQLException {
        Instant now = Instant.ofEpochMilli(commit.now());
        long ahead = Ids.firstAhead(now.truncatedTo(ChronoUnit.HOURS));
        var latest = new LinkedHashMap<Blob, Publication>();
        publications.forEach(one ->
                latest.merge(
                        one.object(), one, (before, next) -> Publication.later(before, next, now)));
        PreparedStatement upsert =
                commit.statement(PUBLISHED + ahead + " AND excluded.run < " + ahead);
        for (Publication publication : latest.values()) {
            upsert.setBytes(1, publication.object().bytes());
            upsert.setLong(2, publication.run().value());
            upsert.setLong(3, publication.at());
            upsert.setBytes(4, publication.uuid().bytes());
            upsert.setString(5, publication.rel());
            upsert.setBytes(6, Fingerprints.packed(publication.fingerprint()));
            upsert.addBatch();
        }
        upsert.executeBatch();
    }

    /// A notification as one that is not acknowledged; empty if there is none of this id.
    private Optional<Publication> publication(
            RunId run, byte[] uuid, Optional<Ready> known, Commit commit) throws SQLException {
        if (known.isPresent()) {
            Ready ready = known.get();
            return Optional.of(
                    new Publication(
                            ready.dataset(),
                            new Blob(Digests.ofObject(ready.dataset(), ready.dataId())),
                            run,
                            new Blob(uuid),
                            -ready.pubtime().toEpochMilli(),
                            ready.rel(),
                            ready.fingerprint()));
        }
        return Reads.one(
                commit.connection(),
                "SELECT dataset, pubtime, body FROM notification WHERE run = ? AND uuid = ?",
                List.of(run.value(), uuid),
                row -> {
                    NotificationBody body = NotificationBody.unpacked(press, row.getBytes("body"));
                    String dataset = row.getString("dataset");
                    return new Publication(
                            dataset,
                            new Blob(Digests.ofObject(dataset, body.dataId())),
                            run,
                            new Blob(uuid),
                            -row.getLong("pubtime"),
                            body.rel(),
                            body.fingerprint());
                });
    }

    private int answer(Delivery delivery, Commit commit) throws SQLException {
        var answer = new Answer(delivery.broker(), delivery.reason());
        Integer known = answers.get(answer);
        if (known != null) {
            return known;
        }
        // From 2: SQLite stores 0 and 1 in fewer bytes than the -1 that they would replace.
        commit.execute(
                "INSERT INTO answer (id, broker, reason)"
                        + " VALUES ((SELECT COALESCE(MAX(id), 1) + 1 FROM answer), ?, ?)"
                        + " ON CONFLICT (broker, reason) DO NOTHING",
                answer.broker(),
                answer.reason());
        int number =
                Reads.one(
                                commit.connection(),
                                "SELECT id FROM answer WHERE broker = ? AND reason = ?",
                                List.of(answer.broker(), answer.reason()),
                                row -> row.getInt(1))
                        .orElseThrow();
        answers.put(answer, number);
        return number;
    }
}
