package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Window;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Lists and counts runs.
final class RunSearch {

    private final RunRows rows;
    private final TextSearch texts;

    RunSearch(RunRows rows, Press press) {
        this.rows = rows;
        this.texts = new TextSearch(rows, press);
    }

    /// One run more than asked for is looked up, so that the end of the list is known as such.
    RunArchive.Found runs(Connection connection, RunFilter filter, Window window)
            throws SQLException {
        if (filter.text().isPresent()) {
            return texts.runs(connection, filter, filter.text().get(), window);
        }
        RunQuery query = RunQuery.of(filter, window, window.limit() + 1);
        List<RunSummary> found =
                rows.list(connection, query.where(), query.values()).stream()
                        .map(RunRows.Stored::summary)
                        .toList();
        return found(found, window, Optional.empty());
    }

    /// @param found one more than the window takes, if there is one
    /// @param looked where a search ended before the window was full
    static RunArchive.Found found(List<RunSummary> found, Window window, Optional<RunId> looked) {
        boolean more = found.size() > window.limit();
        List<RunSummary> runs = more ? found.subList(0, window.limit()) : found;
        Optional<RunId> next = more ? Optional.of(runs.getLast().id()) : looked;
        return new RunArchive.Found(window.isForward() ? runs.reversed() : runs, next);
    }

    /// Of a filter without a text.
    RunArchive.Counted count(
            Connection connection, RunFilter filter, Optional<RunId> before, int atMost)
            throws SQLException {
        RunQuery query = RunQuery.of(filter, before, atMost + 1);
        long count =
                Reads.one(
                                connection,
                                "SELECT COUNT(*) FROM (SELECT 1 FROM run %s) AS counted"
                                        .formatted(query.where()),
                                query.values(),
                                row -> row.getLong(1))
                        .orElseThrow();
        return new RunArchive.Counted(Math.min(count, atMost), count > atMost);
    }
}
