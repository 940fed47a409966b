package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a transaction changes in the ledger. Counting as we go costs one row in each commit, and an
/// answer needs no look at a million runs.
final class Tally {

    static final String RECEIVED = "received";
    static final String DUPLICATES = "duplicates";
    static final String PUBLISHED = "published";

    private static final String[] COLUMNS = {
        RECEIVED, "waiting", "succeeded", "unchanged", "failed", "discarded", DUPLICATES, PUBLISHED
    };

    private static final String ADD = add();

    private static final long DAY = 86_400_000;

    /// The page that counts what retention has deleted, in negative numbers.
    private static final long DELETED = -1;

    /// Always in the same order, so that two nodes never wait for each other's rows in a circle.
    private final Map<Page, long[]> changes = new TreeMap<>(Page.ORDER);

    /// One row of the ledger.
    private record Page(long day, String source, String dataset) {

        static final Comparator<Page> ORDER =
                Comparator.comparingLong(Page::day)
                        .thenComparing(Page::source)
                        .thenComparing(Page::dataset);
    }

    /// The day in the ledger of an instant: days since 1970.
    static long day(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), DAY);
    }

    void received(RunId run, String source) {
        add(run, source, Optional.empty(), RECEIVED, 1);
        add(run, source, Optional.empty(), StoredState.WAITING.column(), 1);
    }

    void duplicate(Instant at, String source, Optional<String> dataset) {
        change(day(at), source, dataset, RECEIVED, 1);
        change(day(at), source, dataset, DUPLICATES, 1);
    }

    /// A broker acknowledged a notification. It counts on that day, whenever its event came in, and on
    /// the page of no source.
    void published(Instant at, String dataset) {
        change(day(at), "", Optional.of(dataset), PUBLISHED, 1);
    }

    /// A run goes from one state to another, and perhaps to another dataset's page.
    void moved(RunId run, String source, Place from, Place to) {
        add(run, source, from.dataset(), from.state().column(), -1);
        add(run, source, to.dataset(), to.state().column(), 1);
        if (!from.dataset().equals(to.dataset())) {
            add(run, source, from.dataset(), RECEIVED, -1);
            add(run, source, to.dataset(), RECEIVED, 1);
        }
    }

    /// A run was deleted. The page of its day keeps it; a page without a day takes it off the number
    /// of runs that there are.
    void deleted(StoredState state) {
        change(DELETED, "", Optional.empty(), state.column(), -1);
    }

    /// Where a run stands in the ledger.
    record Place(StoredState state, Optional<String> dataset) {}

    private void add(
            RunId run, String source, Optional<String> dataset, String column, int change) {
        change(day(Ids.madeAt(run.value())), source, dataset, column, change);
    }

    private void change(
            long day, String source, Optional<String> dataset, String column, int change) {
        long[] row =
                changes.computeIfAbsent(
                        new Page(day, source, dataset.orElse("")), any -> new long[COLUMNS.length]);
        for (int i = 0; i < COLUMNS.length; i++) {
            if (COLUMNS[i].equals(column)) {
                row[i] += change;
            }
        }
    }

    void write(Commit commit) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        PreparedStatement statement = commit.statement(ADD);
        for (Map.Entry<Page, long[]> change : changes.entrySet()) {
            int i = 1;
            statement.setLong(i++, change.getKey().day());
            statement.setString(i++, change.getKey().source());
            statement.setString(i++, change.getKey().dataset());
            for (long count : change.getValue()) {
                statement.setLong(i++, count);
            }
            statement.addBatch();
        }
        statement.executeBatch();
    }

    private static String add() {
        var columns = String.join(", ", COLUMNS);
        var sums = new StringBuilder();
        for (String column : COLUMNS) {
            sums.append(sums.isEmpty() ? "" : ", ")
                    .append("%s = tally.%s + excluded.%s".formatted(column, column, column));
        }
        return "INSERT INTO tally (day, source, dataset, %s) VALUES (%s) ON CONFLICT (day, source, dataset) DO UPDATE SET %s"
                .formatted(columns, Reads.marks(COLUMNS.length + 3), sums);
    }
}
