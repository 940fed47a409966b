package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.AuditEntry;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.CauseGroup;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.LedgerDay;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.Window;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Looks up runs and events.
final class SqlRunArchive implements RunArchive {

    private static final int MOST_COUNTED = 1_000_000;

    /// Windows in which a text is counted.
    private static final int TEXT_WINDOWS = 10;

    private final Reads reads;
    private final RunRows rows;
    private final RunSearch search;
    private final CauseGroups causes;
    private final Press press;

    SqlRunArchive(Reads reads, Press press) {
        this.reads = reads;
        this.rows = new RunRows(press);
        this.search = new RunSearch(rows, press);
        this.causes = new CauseGroups(rows);
        this.press = press;
    }

    @Override
    public Optional<RunDetail> run(RunId id) {
        return reads.ask(connection -> {
            Optional<RunRows.Stored> stored = rows.one(connection, id);
            return stored.isEmpty()
                    ? Optional.empty()
                    : Optional.of(detail(connection, stored.get()));
        });
    }

    private RunDetail detail(Connection connection, RunRows.Stored stored) throws SQLException {
        RunSummary summary = stored.summary();
        List<Long> id = List.of(summary.id().value());
        Event event = event(connection, summary.event()).orElseThrow();
        List<RunId> children =
                RunRows.ids(connection, "SELECT id FROM run WHERE parent = ? ORDER BY id", id);
        List<Act> acts =
                Reads.list(
                        connection,
                        "SELECT kind, who, text, at, remote FROM act WHERE run = ? ORDER BY id",
                        id,
                        AuditList::act);
        return new RunDetail(
                summary, event, stored.body().history(), stored.body().failure(), children, acts);
    }

    @Override
    public Found runs(RunFilter filter, Window window) {
        return reads.ask(connection -> search.runs(connection, filter, window));
    }

    @Override
    public Counted count(RunFilter filter, Optional<RunId> before, int atMost) {
        if (atMost < 1 || atMost > MOST_COUNTED) {
            throw new IllegalArgumentException(
                    "count at most [%d] must be 1 to %d".formatted(atMost, MOST_COUNTED));
        }
        if (filter.isAll() && before.isEmpty()) {
            long all = counts().values().stream().mapToLong(Long::longValue).sum();
            return new Counted(Math.min(atMost, all), all > atMost);
        }
        if (filter.text().isPresent()) {
            return countNamed(filter, before, atMost);
        }
        return reads.ask(connection -> search.count(connection, filter, before, atMost));
    }

    /// Of a text only the digest could be counted, so what has it is looked at. Between two windows
    /// others get to read.
    private Counted countNamed(RunFilter filter, Optional<RunId> before, int atMost) {
        Optional<RunId> behind = before;
        long count = 0;
        for (int i = 0; i < TEXT_WINDOWS && count <= atMost; i++) {
            Found found =
                    runs(
                            filter,
                            behind.map(run -> Window.olderThan(run.value(), Window.LARGEST))
                                    .orElseGet(() -> Window.newest(Window.LARGEST)));
            count += found.runs().size();
            behind = found.next();
            if (behind.isEmpty()) {
                return new Counted(Math.min(count, atMost), count > atMost);
            }
        }
        return new Counted(Math.min(count, atMost), true);
    }

    @Override
    public List<CauseGroup> causes() {
        return reads.ask(causes::list);
    }

    @Override
    public Optional<Event> event(EventId id) {
        return reads.ask(connection -> event(connection, id));
    }

    private Optional<Event> event(Connection connection, EventId id) throws SQLException {
        return Reads.one(
                connection,
                "SELECT source, received_at, body FROM event WHERE id = ?",
                List.of(id.value()),
                row -> event(press, id, row));
    }

    /// The event of a row that has its source, time of arrival and body.
    static Event event(Press press, EventId id, ResultSet row) throws SQLException {
        EventBody body = EventBody.unpacked(press, row.getBytes("body"));
        return new Event(
                id,
                new SourceName(row.getString("source")),
                body.payload(),
                body.origin(),
                Instant.ofEpochMilli(row.getLong("received_at")));
    }

    @Override
    public Map<RunState, Long> counts() {
        return reads.ask(connection -> {
            long running =
                    Reads.one(
                                    connection,
                                    "SELECT COUNT(*) FROM scheduled_tasks WHERE picked = true",
                                    List.of(),
                                    row -> row.getLong(1))
                            .orElseThrow();
            return Reads.one(
                            connection,
                            "SELECT SUM(waiting), SUM(succeeded), SUM(unchanged),"
                                    + " SUM(failed), SUM(discarded) FROM tally",
                            List.of(),
                            row -> counts(row, running))
                    .orElseThrow();
        });
    }

    private static Map<RunState, Long> counts(ResultSet row, long running) throws SQLException {
        var counts = new EnumMap<RunState, Long>(RunState.class);
        counts.put(RunState.WAITING, Math.max(0, row.getLong(1) - running));
        counts.put(RunState.RUNNING, running);
        counts.put(RunState.SUCCEEDED, row.getLong(2));
        counts.put(RunState.UNCHANGED, row.getLong(3));
        counts.put(RunState.FAILED, row.getLong(4));
        counts.put(RunState.DISCARDED, row.getLong(5));
        return counts;
    }

    @Override
    public Optional<Instant> oldestInProgress() {
        return reads.ask(connection ->
                Reads.one(
                        connection,
                        "SELECT received_at FROM run"
                                + " WHERE id = (SELECT MIN(run) FROM scheduled_tasks)",
                        List.of(),
                        row -> Instant.ofEpochMilli(row.getLong(1))));
    }

    @Override
    public List<LedgerDay> ledger(LocalDate from, LocalDate to) {
        return reads.ask(connection ->
                Reads.list(
                        connection,
                        "SELECT dataset, SUM(received), SUM(succeeded), SUM(unchanged),"
                                + " SUM(failed), SUM(discarded), SUM(waiting), SUM(duplicates), day"
                                + " FROM tally WHERE day >= ? AND day <= ? GROUP BY day, dataset"
                                + " HAVING SUM(received) <> 0 OR SUM(waiting) <> 0"
                                + " ORDER BY day DESC, dataset",
                        List.of(from.toEpochDay(), to.toEpochDay()),
                        row ->
                                new LedgerDay(
                                        LocalDate.ofEpochDay(row.getLong(9)), ledgerRow(row))));
    }

    @Override
    public List<AuditEntry> audit(AuditFilter filter, Window window) {
        return reads.ask(connection -> AuditList.list(connection, filter, window));
    }

    private static LedgerRow ledgerRow(ResultSet row) throws SQLException {
        String dataset = row.getString(1);
        return new LedgerRow(
                dataset.isEmpty() ? Optional.empty() : Optional.of(dataset),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7),
                row.getLong(8));
    }

    @Override
    public Set<SourceName> held() {
        return reads.ask(connection ->
                Reads.list(
                                connection,
                                "SELECT source FROM held_source",
                                List.of(),
                                row -> row.getString(1))
                        .stream()
                        .map(SourceName::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Set<String> heldDatasets() {
        return reads.ask(HeldDatasets::now);
    }
}
