package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads what a worker needs of claimed runs, all of one round of claims in one question. Unpacking
/// is left to each worker.
final class ClaimLoader {

    private static final String SELECT =
            "SELECT run.id, run.event, run.attempts, run.dataset, event.source, event.received_at,"
                    + " event.body, history.body AS history FROM run"
                    + " JOIN event ON event.id = run.event"
                    + " LEFT JOIN history ON history.run = run.id WHERE run.id IN (";

    private static final int AT_ONCE = 500;

    private final Reads reads;
    private final Press press;

    ClaimLoader(Reads reads, Press press) {
        this.reads = reads;
        this.press = press;
    }

    /// A claimed run, still packed.
    record Loaded(
            RunId run,
            EventId event,
            int attempts,
            Optional<String> dataset,
            SourceName source,
            Instant receivedAt,
            Packed bodies) {

        /// The packed event and history.
        record Packed(Blob event, Optional<Blob> history) {}
    }

    List<Loaded> load(List<Claimed> claims) {
        var loaded = new ArrayList<Loaded>();
        for (int from = 0; from < claims.size(); from += AT_ONCE) {
            List<Long> some =
                    claims.subList(from, Math.min(claims.size(), from + AT_ONCE)).stream()
                            .map(claimed -> claimed.run().value())
                            .toList();
            loaded.addAll(
                    reads.ask(connection ->
                            Reads.list(
                                    connection,
                                    SELECT + Reads.marks(some.size()) + ")",
                                    some,
                                    ClaimLoader::read)));
        }
        return loaded;
    }

    private static Loaded read(ResultSet row) throws SQLException {
        return new Loaded(
                new RunId(row.getLong("id")),
                new EventId(row.getLong("event")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("dataset")),
                new SourceName(row.getString("source")),
                Instant.ofEpochMilli(row.getLong("received_at")),
                new Loaded.Packed(
                        new Blob(row.getBytes("body")),
                        Optional.ofNullable(row.getBytes("history")).map(Blob::new)));
    }

    Claim claim(Claimed claimed, Loaded loaded) {
        EventBody body = EventBody.unpacked(press, loaded.bodies().event().bytes());
        var event =
                new Event(
                        loaded.event(),
                        loaded.source(),
                        body.payload(),
                        body.origin(),
                        loaded.receivedAt());
        RunBody history =
                loaded.bodies()
                        .history()
                        .map(packed -> RunBody.unpacked(press, packed.bytes()))
                        .orElse(RunBody.NONE);
        boolean resumed = !claimed.isFirst() || loaded.attempts() > 0;
        return new Claim(
                loaded.run(), event, history.history(), history.labels(), resumed, claimed.held());
    }
}
