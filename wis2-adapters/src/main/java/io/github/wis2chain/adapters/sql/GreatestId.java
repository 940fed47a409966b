package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Ids;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// The greatest id that this store has given out: of what it holds, and of what retention has deleted.
/// Ids of a future that only a wrong clock has seen ({@link Ids#firstAhead}) are none to go by.
final class GreatestId {

    /// Each looks at one end of a key.
    private static final List<String> TABLES = List.of("event", "run", "notification", "act");

    private static final String DELETED = "greatest-deleted-id";

    private GreatestId() {}

    /// The greatest that is less than this.
    ///
    /// @return empty for a store that never held anything of the kind
    static OptionalLong below(long bound, Connection connection) throws SQLException {
        long deleted = deleted(connection);
        long greatest = deleted < bound ? deleted : 0;
        for (String table : TABLES) {
            greatest =
                    Math.max(
                            greatest,
                            Reads.one(
                                            connection,
                                            "SELECT COALESCE(MAX(id), 0) FROM %s WHERE id < ?"
                                                    .formatted(table),
                                            List.of(bound),
                                            row -> row.getLong(1))
                                    .orElse(0L));
        }
        return greatest == 0 ? OptionalLong.empty() : OptionalLong.of(greatest);
    }

    /// Notes that no deleted id is greater than this, which is not of the future itself.
    static void deleting(long id, Commit commit) throws SQLException {
        long ahead = Ids.firstAhead(Instant.ofEpochMilli(commit.now()));
        long noted = deleted(commit.connection());
        if (id > noted || (id > 0 && noted >= ahead)) {
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
