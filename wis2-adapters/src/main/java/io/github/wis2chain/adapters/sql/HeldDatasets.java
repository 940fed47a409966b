package io.github.wis2chain.adapters.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/// Reads which datasets are paused.
final class HeldDatasets {

    private static final String SELECT = "SELECT dataset FROM held_dataset";

    private HeldDatasets() {}

    static Set<String> now(Connection connection) throws SQLException {
        return read(connection, SELECT);
    }

    /// The same, and none of them is resumed before the transaction ends: a resume that comes
    /// meanwhile waits, and finds the runs that the transaction leaves held.
    static Set<String> untilTheEnd(Commit commit, Dialect dialect) throws SQLException {
        return read(commit.connection(), SELECT + dialect.shareSuffix());
    }

    private static Set<String> read(Connection connection, String sql) throws SQLException {
        return Set.copyOf(Reads.list(connection, sql, List.of(), row -> row.getString(1)));
    }
}
