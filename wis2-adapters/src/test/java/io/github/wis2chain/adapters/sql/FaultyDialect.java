package io.github.wis2chain.adapters.sql;

import org.sqlite.SQLiteErrorCode;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

import javax.sql.DataSource;

/// SQLite whose disk can be full, or unreadable.
final class FaultyDialect implements Dialect {

    private final Sqlite sqlite;
    private final DataSource writing;
    private final DataSource reading;
    private final AtomicInteger refusedReads = new AtomicInteger();
    private volatile boolean full;
    private volatile boolean blind;

    FaultyDialect(Sqlite sqlite) {
        this.sqlite = sqlite;
        this.writing = new FaultySource(sqlite.writing(), this::refuseWhileFull);
        this.reading = new FaultySource(sqlite.reading(), this::refuseWhileBlind);
    }

    void fill() {
        full = true;
    }

    void empty() {
        full = false;
    }

    void blind() {
        blind = true;
    }

    void see() {
        blind = false;
    }

    /// How many reads were refused.
    int refusedReads() {
        return refusedReads.get();
    }

    private void refuseWhileFull() throws SQLException {
        if (full) {
            throw new SQLException(
                    "database or disk is full", "", SQLiteErrorCode.SQLITE_FULL.code);
        }
    }

    private void refuseWhileBlind() throws SQLException {
        if (blind) {
            refusedReads.incrementAndGet();
            throw new SQLException("disk I/O error", "", SQLiteErrorCode.SQLITE_IOERR.code);
        }
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
        return reading;
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

    /// What keeps a connection from being given.
    @FunctionalInterface
    private interface Fault {
        void check() throws SQLException;
    }

    /// Gives connections, but not while there is a fault.
    private static final class FaultySource implements DataSource {

        private final DataSource source;
        private final Fault fault;

        private FaultySource(DataSource source, Fault fault) {
            this.source = source;
            this.fault = fault;
        }

        @Override
        public Connection getConnection() throws SQLException {
            fault.check();
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
