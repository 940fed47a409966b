package io.github.wis2chain.adapters.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/// The greatest id that this store has given out: of what it holds, and of what retention has deleted.
final class GreatestId {

    /// Each looks at one end of a key.
    private static final List<String> TABLES = List.of("event", "run", "notification", "act");

    private static final String DELETED = "greatest-deleted-id";

    private GreatestId() {}

    /// Empty for a store that never held anything.
    static OptionalLong stored(Connection connection) throws SQLException {
        long greatest = deleted(connection);
        for (String table : TABLES) {
            greatest =
                    Math.max(
                            greatest,
                            Reads.one(
                                            connection,
                                            "SELECT COALESCE(MAX(id), 0) FROM " + table,
                                            List.of(),
                                            row -> row.getLong(1))
                                    .orElse(0L));
        }
        return greatest == 0 ? OptionalLong.empty() : OptionalLong.of(greatest);
    }

    /// Notes that no deleted id is greater than this.
    static void deleting(long id, Commit commit) throws SQLException {
        if (id > deleted(commit.connection())) {
            commit.execute(
                    "INSERT INTO store_state (name, value) VALUES (?, ?)"
                            + " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                    DELETED,
                    Long.toString(id));
        }
    }

    private static long deleted(Connection connection) throws SQLException {
        return Reads.one(
                        connection,
                        "SELECT value FROM store_state WHERE name = ?",
                        List.of(DELETED),
                        row -> Long.parseLong(row.getString(1)))
                .orElse(0L);
    }
}
