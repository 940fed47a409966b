package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes events, each with its run and the job that makes it due.
final class EventEntries {

    private static final String EVENT =
            "INSERT INTO event (id, run, source, received_at, digest, body)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final String RUN =
            "INSERT INTO run (id, event, parent, source, received_at, state, attempts, updated_at)"
                    + " VALUES (?, ?, ?, ?, ?, 0, 0, ?)";

    private static final String TWINS =
            "SELECT event.id, event.run, event.body, run.dataset FROM event"
                    + " JOIN run ON run.id = event.run"
                    + " WHERE event.digest = ? AND event.source = ? ORDER BY event.id";

    private final Ids ids;
    private final Press press;

    EventEntries(Ids ids, Press press) {
        this.ids = ids;
        this.press = press;
    }

    /// An event that the journal has already.
    private record Twin(EventId event, RunId run, Optional<String> dataset) {}

    void apply(List<WriteEvent> writes, Commit commit) throws SQLException {
        var batch = new Batch(commit);
        for (WriteEvent write : writes) {
            Optional<Twin> twin =
                    write.arrival().redelivered() ? batch.twin(write) : Optional.empty();
            if (twin.isPresent()) {
                Twin known = twin.get();
                String source = write.arrival().source().value();
                commit.tally()
                        .duplicate(Instant.ofEpochMilli(commit.now()), source, known.dataset());
                write.settle(new Receipt.Duplicate(known.event(), known.run()));
            } else {
                batch.add(write);
            }
        }
        batch.execute();
    }

    /// Writes one corrected event with a run that is due at once.
    RunId revision(WriteEvent write, RunId parent, Commit commit) throws SQLException {
        var batch = new Batch(commit);
        Receipt.Accepted accepted = batch.insert(write, Optional.of(parent), commit.now());
        batch.execute();
        return accepted.run();
    }

    /// Writes one document that was published by hand with its run.
    Receipt.Accepted submission(WriteEvent write, Commit commit) throws SQLException {
        var batch = new Batch(commit);
        Receipt.Accepted accepted = batch.insert(write, Optional.empty(), batch.dueAt(write));
        batch.execute();
        return accepted;
    }

    /// Events in one transaction.
    private final class Batch {

        private final Commit commit;
        private final PreparedStatement events;
        private final PreparedStatement runs;
        private final PreparedStatement jobs;
        private final Set<String> held = new HashSet<>();
        private final Map<Long, WriteEvent> fresh = new HashMap<>();
        private final Map<Long, Receipt.Accepted> receipts = new HashMap<>();

        private Batch(Commit commit) throws SQLException {
            this.commit = commit;
            this.events = commit.statement(EVENT);
            this.runs = commit.statement(RUN);
            this.jobs = Jobs.insertion(commit);
            held.addAll(
                    Reads.list(
                            commit.connection(),
                            "SELECT source FROM held_source",
                            List.of(),
                            row -> row.getString(1)));
        }

        private void add(WriteEvent write) throws SQLException {
            Receipt.Accepted accepted = insert(write, Optional.empty(), dueAt(write));
            fresh.put(write.digest(), write);
            receipts.put(write.digest(), accepted);
            write.settle(accepted);
        }

        private long dueAt(WriteEvent write) {
            return held.contains(write.arrival().source().value()) ? Jobs.HELD : commit.now();
        }

        private Receipt.Accepted insert(WriteEvent write, Optional<RunId> parent, long dueAt)
                throws SQLException {
            Arrival arrival = write.arrival();
            String source = arrival.source().value();
            EventId event = ids.event();
            RunId run = ids.run();
            events.setLong(1, event.value());
            events.setLong(2, run.value());
            events.setString(3, source);
            events.setLong(4, arrival.receivedAt().toEpochMilli());
            events.setLong(5, write.digest());
            events.setBytes(6, write.body());
            events.addBatch();
            runs.setLong(1, run.value());
            runs.setLong(2, event.value());
            if (parent.isPresent()) {
                runs.setLong(3, parent.get().value());
            } else {
                runs.setNull(3, Types.BIGINT);
            }
            runs.setString(4, source);
            runs.setLong(5, arrival.receivedAt().toEpochMilli());
            runs.setLong(6, commit.now());
            runs.addBatch();
            Jobs.add(jobs, run, dueAt, source);
            commit.tally().received(run, source);
            return new Receipt.Accepted(event, run);
        }

        /// The first copy, in this transaction or before it. The bytes decide, not their digest.
        private Optional<Twin> twin(WriteEvent write) throws SQLException {
            WriteEvent other = fresh.get(write.digest());
            Receipt.Accepted receipt = receipts.get(write.digest());
            if (other != null && receipt != null && isSame(other.arrival(), write.arrival())) {
                return Optional.of(new Twin(receipt.event(), receipt.run(), Optional.empty()));
            }
            List<Optional<Twin>> twins =
                    Reads.list(
                            commit.connection(),
                            TWINS,
                            List.of(write.digest(), write.arrival().source().value()),
                            row -> {
                                EventBody body = EventBody.unpacked(press, row.getBytes("body"));
                                return body.payload().equals(write.arrival().payload())
                                        ? Optional.of(
                                                new Twin(
                                                        new EventId(row.getLong("id")),
                                                        new RunId(row.getLong("run")),
                                                        Optional.ofNullable(
                                                                row.getString("dataset"))))
                                        : Optional.empty();
                            });
            return twins.stream().flatMap(Optional::stream).findFirst();
        }

        private static boolean isSame(Arrival one, Arrival other) {
            return one.source().equals(other.source()) && one.payload().equals(other.payload());
        }

        private void execute() throws SQLException {
            events.executeBatch();
            runs.executeBatch();
            jobs.executeBatch();
        }
    }
}
