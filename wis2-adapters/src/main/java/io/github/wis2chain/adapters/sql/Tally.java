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

    /// The one column that is no count: when a broker last acknowledged a notification on this page.
    private static final String PUBLISHED_AT = "published_at";

    private static final String[] COLUMNS = {
        RECEIVED, "waiting", "succeeded", "unchanged", "failed", "discarded", DUPLICATES, PUBLISHED
    };

    private static final String ADD = add();

    private static final long DAY = 86_400_000;

    /// The page that counts what retention has deleted, in negative numbers.
    private static final long DELETED = -1;

    /// Always in the same order, so that two nodes never wait for each other's rows in a circle.
    private final Map<Page, Change> changes = new TreeMap<>(Page.ORDER);

    /// What changes on a page.
    private static final class Change {
        final long[] counts = new long[COLUMNS.length];
        long publishedAt;
    }

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
        publishedAgain(at, dataset);
    }

    /// A broker acknowledged what one had acknowledged before.
    void publishedAgain(Instant at, String dataset) {
        Change page = page(day(at), "", Optional.of(dataset));
        page.publishedAt = Math.max(page.publishedAt, at.toEpochMilli());
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
        long[] row = page(day, source, dataset).counts;
        for (int i = 0; i < COLUMNS.length; i++) {
            if (COLUMNS[i].equals(column)) {
                row[i] += change;
            }
        }
    }

    private Change page(long day, String source, Optional<String> dataset) {
        return changes.computeIfAbsent(
                new Page(day, source, dataset.orElse("")), any -> new Change());
    }

    void write(Commit commit) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        PreparedStatement statement = commit.statement(ADD);
        for (Map.Entry<Page, Change> change : changes.entrySet()) {
            int i = 1;
            statement.setLong(i++, change.getKey().day());
            statement.setString(i++, change.getKey().source());
            statement.setString(i++, change.getKey().dataset());
            for (long count : change.getValue().counts) {
                statement.setLong(i++, count);
            }
            statement.setLong(i++, change.getValue().publishedAt);
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
        sums.append(
                ", %1$s = CASE WHEN excluded.%1$s > tally.%1$s THEN excluded.%1$s ELSE tally.%1$s END"
                        .formatted(PUBLISHED_AT));
        return "INSERT INTO tally (day, source, dataset, %s, %s) VALUES (%s) ON CONFLICT (day, source, dataset) DO UPDATE SET %s"
                .formatted(columns, PUBLISHED_AT, Reads.marks(COLUMNS.length + 4), sums);
    }
}
