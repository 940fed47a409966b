package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunSummary;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lists runs. A text is looked for by the digest of the file name in it; what is found so is
/// compared with the text itself.
final class RunSearch {

    private final RunRows rows;
    private final Press press;

    RunSearch(RunRows rows, Press press) {
        this.rows = rows;
        this.press = press;
    }

    List<RunSummary> runs(
            Connection connection, RunFilter filter, Optional<RunId> before, int limit)
            throws SQLException {
        var found = new ArrayList<RunSummary>();
        Optional<RunId> from = before;
        boolean more = true;
        while (more && found.size() < limit) {
            RunQuery query = RunQuery.of(filter, from, limit - found.size());
            List<RunRows.Stored> page = rows.list(connection, query.where(), query.values());
            for (RunRows.Stored run : page) {
                if (filter.text().isEmpty() || is(connection, run, filter.text().get())) {
                    found.add(run.summary());
                }
            }
            more = !page.isEmpty() && filter.text().isPresent();
            from = page.isEmpty() ? from : Optional.of(page.getLast().summary().id());
        }
        return found;
    }

    private boolean is(Connection connection, RunRows.Stored run, String text) throws SQLException {
        Labels labels = run.summary().labels();
        return labels.eventName().filter(text::equals).isPresent()
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
