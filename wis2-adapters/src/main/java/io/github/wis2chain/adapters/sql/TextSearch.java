package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Window;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds runs by a text. They are looked up by the digest of the file name in it, and compared with
/// the text itself.
///
/// The digest is of the name up to its first dot, which the files of a whole year can have in
/// common. So only so many runs are looked at in one go: few threads read, and others wait for them.
final class TextSearch {

    /// Some tenths of a second.
    private static final int LOOKED_AT = 2_000;

    /// How many of them are fetched together; mostly the first are enough.
    private static final int TOGETHER = 100;

    private final RunRows rows;
    private final Press press;

    TextSearch(RunRows rows, Press press) {
        this.rows = rows;
        this.press = press;
    }

    RunArchive.Found runs(Connection connection, RunFilter filter, String text, Window window)
            throws SQLException {
        List<Long> candidates = candidates(connection, filter, text, window);
        var found = new ArrayList<RunSummary>();
        for (int from = 0;
                from < candidates.size() && found.size() <= window.limit();
                from += TOGETHER) {
            int to = Math.min(from + TOGETHER, candidates.size());
            for (RunRows.Stored run : list(connection, candidates.subList(from, to), window)) {
                if (filter.takes(run.summary()) && is(connection, run, text)) {
                    found.add(run.summary());
                }
            }
        }
        boolean isCut = candidates.size() == LOOKED_AT;
        return RunSearch.found(
                found,
                window,
                isCut ? Optional.of(new RunId(candidates.getLast())) : Optional.empty());
    }

    private List<RunRows.Stored> list(Connection connection, List<Long> runs, Window window)
            throws SQLException {
        return rows.list(
                connection,
                "WHERE run.id IN (%s) ORDER BY run.id%s"
                        .formatted(Reads.marks(runs.size()), window.isForward() ? "" : " DESC"),
                runs);
    }

    /// The runs that may have the text, in the direction of the window. What looks like an id may be
    /// one, of a run or an event, and the name of a file as well.
    private static List<Long> candidates(
            Connection connection, RunFilter filter, String text, Window window)
            throws SQLException {
        long after =
                Math.max(
                        window.after().orElse(0),
                        filter.since().map(since -> Ids.firstAt(since) - 1).orElse(0L));
        long before =
                Math.min(
                        window.before().orElse(Long.MAX_VALUE),
                        filter.until().map(RunQuery::behind).orElse(Long.MAX_VALUE));
        List<Long> named =
                ids(
                        connection,
                        "SELECT run FROM run_term WHERE term = ? AND run > ? AND run < ?"
                                + " ORDER BY run%s LIMIT ?"
                                        .formatted(window.isForward() ? "" : " DESC"),
                        List.of(Digests.ofTerm(text), after, before, LOOKED_AT));
        Optional<Long> id = id(text);
        List<Long> identified =
                id.isEmpty()
                        ? List.of()
                        : ids(
                                connection,
                                "SELECT id FROM run WHERE id = ?"
                                        + " UNION ALL SELECT run FROM event WHERE id = ?",
                                List.of(id.get(), id.get()));
        Comparator<Long> order =
                window.isForward() ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Stream.concat(
                        named.stream(),
                        identified.stream().filter(run -> run > after && run < before))
                .distinct()
                .sorted(order)
                .limit(LOOKED_AT)
                .toList();
    }

    private static List<Long> ids(Connection connection, String sql, List<?> values)
            throws SQLException {
        return Reads.list(connection, sql, values, row -> row.getLong(1));
    }

    private static Optional<Long> id(String text) {
        try {
            return Optional.of(RunId.parse(text).value());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
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
