package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Window;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists runs. A text is looked for by the digest of the file name in it; what is found so is
/// compared with the text itself.
final class RunSearch {

    private static final int COUNTED_AT_ONCE = 500;

    private final RunRows rows;
    private final Press press;

    RunSearch(RunRows rows, Press press) {
        this.rows = rows;
        this.press = press;
    }

    /// One run more than asked for is looked up, so that the end of the list is known as such.
    RunArchive.Found runs(Connection connection, RunFilter filter, Window window)
            throws SQLException {
        var found = new ArrayList<RunSummary>();
        int size = window.limit() + 1;
        Window next = window;
        while (true) {
            RunQuery query = RunQuery.of(filter, next, size);
            List<RunRows.Stored> page = rows.list(connection, query.where(), query.values());
            for (RunRows.Stored run : page) {
                if (filter.text().isEmpty() || is(connection, run, filter.text().get())) {
                    found.add(run.summary());
                }
            }
            boolean isLast = page.size() < size;
            if (isLast || found.size() > window.limit()) {
                return found(found, window);
            }
            next = next.past(page.getLast().summary().id().value(), window.limit());
        }
    }

    private static RunArchive.Found found(List<RunSummary> found, Window window) {
        boolean more = found.size() > window.limit();
        List<RunSummary> runs = more ? found.subList(0, window.limit()) : found;
        Optional<RunId> next = more ? Optional.of(runs.getLast().id()) : Optional.empty();
        return new RunArchive.Found(window.isForward() ? runs.reversed() : runs, next);
    }

    /// Of a text only the digest can be counted, so what has it is looked at.
    long count(Connection connection, RunFilter filter, Optional<RunId> before, int atMost)
            throws SQLException {
        if (filter.text().isEmpty()) {
            RunQuery query = RunQuery.of(filter, before, atMost);
            return Reads.one(
                            connection,
                            "SELECT COUNT(*) FROM (SELECT 1 FROM run %s) AS counted"
                                    .formatted(query.where()),
                            query.values(),
                            row -> row.getLong(1))
                    .orElseThrow();
        }
        long count = 0;
        Window window =
                before.map(edge -> Window.olderThan(edge.value(), COUNTED_AT_ONCE))
                        .orElseGet(() -> Window.newest(COUNTED_AT_ONCE));
        while (count < atMost) {
            RunArchive.Found found = runs(connection, filter, window);
            count += found.runs().size();
            if (found.next().isEmpty()) {
                break;
            }
            window = window.past(found.next().get().value(), COUNTED_AT_ONCE);
        }
        return Math.min(count, atMost);
    }

    private boolean is(Connection connection, RunRows.Stored run, String text) throws SQLException {
        Labels labels = run.summary().labels();
        return run.summary().id().toString().equalsIgnoreCase(text)
                || run.summary().event().toString().equalsIgnoreCase(text)
                || labels.eventName().filter(text::equals).isPresent()
                || labels.dataId().filter(dataId -> isNamed(dataId, text)).isPresent()
                || hasNotification(connection, run.summary().id(), text);
    }

    private static boolean isNamed(String dataId, String text) {
        return dataId.equals(text) || dataId.substring(dataId.lastIndexOf('/') + 1).equals(text);
    }

    private boolean hasNotification(Connection connection, RunId run, String text)
            throws SQLException {
        return Reads.list(
                        connection,
                        "SELECT uuid, body FROM notification WHERE run = ?",
                        List.of(run.value()),
                        row ->
                                NotificationBody.uuidText(row.getBytes(1)).equals(text)
                                        || isNamed(
                                                NotificationBody.unpacked(press, row.getBytes(2))
                                                        .dataId(),
                                                text))
                .contains(true);
    }
}
