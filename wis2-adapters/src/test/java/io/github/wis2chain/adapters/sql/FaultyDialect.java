package io.github.wis2chain.adapters.sql;

import org.sqlite.SQLiteErrorCode;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.logging.Logger;

import javax.sql.DataSource;

/// SQLite whose disk can be full.
final class FaultyDialect implements Dialect {

    private final Sqlite sqlite;
    private final DataSource writing;
    private volatile boolean full;

    FaultyDialect(Sqlite sqlite) {
        this.sqlite = sqlite;
        this.writing = new FaultySource(sqlite.writing());
    }

    void fill() {
        full = true;
    }

    void empty() {
        full = false;
    }

    @Override
    public DataSource writing() {
        return writing;
    }

    @Override
    public void discard(Connection connection) {
        sqlite.discard(connection);
    }

    @Override
    public DataSource reading() {
        return sqlite.reading();
    }

    @Override
    public int readers() {
        return sqlite.readers();
    }

    @Override
    public DataSource migrating() {
        return sqlite.migrating();
    }

    @Override
    public Map<String, String> types() {
        return sqlite.types();
    }

    @Override
    public String claimSuffix() {
        return sqlite.claimSuffix();
    }

    @Override
    public String shareSuffix() {
        return sqlite.shareSuffix();
    }

    @Override
    public boolean isShared() {
        return sqlite.isShared();
    }

    @Override
    public boolean isUnavailable(SQLException failure) {
        return sqlite.isUnavailable(failure);
    }

    @Override
    public long size() {
        return sqlite.size();
    }

    @Override
    public long free() {
        return sqlite.free();
    }

    @Override
    public void tidy() {
        sqlite.tidy();
    }

    @Override
    public void close() {
        sqlite.close();
    }

    /// Gives connections, but not while the disk is full.
    private final class FaultySource implements DataSource {

        private final DataSource source;

        private FaultySource(DataSource source) {
            this.source = source;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (full) {
                throw new SQLException(
                        "database or disk is full", "", SQLiteErrorCode.SQLITE_FULL.code);
            }
            return source.getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }

        @Override
        public PrintWriter getLogWriter() throws SQLException {
            return source.getLogWriter();
        }

        @Override
        public void setLogWriter(PrintWriter out) throws SQLException {
            source.setLogWriter(out);
        }

        @Override
        public void setLoginTimeout(int seconds) throws SQLException {
            source.setLoginTimeout(seconds);
        }

        @Override
        public int getLoginTimeout() throws SQLException {
            return source.getLoginTimeout();
        }

        @Override
        public Logger getParentLogger() throws SQLFeatureNotSupportedException {
            return source.getParentLogger();
        }

        @Override
        public <T> T unwrap(Class<T> type) throws SQLException {
            return source.unwrap(type);
        }

        @Override
        public boolean isWrapperFor(Class<?> type) throws SQLException {
            return source.isWrapperFor(type);
        }
    }
}
