package io.github.wis2chain.adapters.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/// A transaction in the making: its connection, its statements, and what it changes in the ledger.
/// Used by the journal's thread alone.
final class Commit implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> statements = new LinkedHashMap<>();
    private final Tally tally = new Tally();
    private final long now;

    Commit(Connection connection, long now) {
        this.connection = connection;
        this.now = now;
    }

    Connection connection() {
        return connection;
    }

    /// Milliseconds since 1970, the same for all that is written together.
    long now() {
        return now;
    }

    Tally tally() {
        return tally;
    }

    /// A statement that is prepared once in this transaction.
    PreparedStatement statement(String sql) throws SQLException {
        PreparedStatement known = statements.get(sql);
        if (known != null) {
            return known;
        }
        PreparedStatement fresh = connection.prepareStatement(sql);
        statements.put(sql, fresh);
        return fresh;
    }

    /// Executes one statement with these values, which are not null.
    int execute(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement.executeUpdate();
    }

    void done() throws SQLException {
        tally.write(this);
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : statements.values()) {
            statement.close();
        }
    }
}
