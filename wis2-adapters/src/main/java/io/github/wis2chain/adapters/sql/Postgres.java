package io.github.wis2chain.adapters.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import javax.sql.DataSource;

/// A PostgreSQL database, 14 or newer.
final class Postgres implements Dialect {

    private static final Logger log = LoggerFactory.getLogger(Postgres.class);

    /// One for the journal, the others for db-scheduler's heartbeats.
    private static final int WRITERS = 3;

    private static final int READERS = 6;

    private final SqlStoreSettings.Place.Postgres place;
    private final HikariDataSource writing;
    private final HikariDataSource reading;

    Postgres(SqlStoreSettings.Place.Postgres place) {
        this.place = place;
        reach();
        this.writing = pool("store-writing", WRITERS, "SET synchronous_commit TO on");
        this.reading =
                pool(
                        "store-reading",
                        READERS,
                        "SET default_transaction_read_only TO on; SET statement_timeout TO '30s'");
    }

    /// A pool would try again and again before it said what is wrong.
    private void reach() {
        try (Connection connection =
                DriverManager.getConnection(place.url(), place.user(), place.password())) {
            log.debug("Connected to {}", connection.getMetaData().getDatabaseProductVersion());
        } catch (SQLException failure) {
            throw new StoreUnusable(
                    "The database %s cannot be used as %s: %s"
                            .formatted(place.url(), place.user(), failure.getMessage()),
                    failure);
        }
    }

    private HikariDataSource pool(String name, int size, String start) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(place.url());
        config.setUsername(place.user());
        config.setPassword(place.password());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setConnectionInitSql(start);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(10_000);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "wis2-chain");
        config.addDataSourceProperty("connectTimeout", "10");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    @Override
    public DataSource migrating() {
        return writing;
    }

    @Override
    public DataSource writing() {
        return writing;
    }

    @Override
    public void discard(Connection connection) {
        writing.evictConnection(connection);
    }

    @Override
    public DataSource reading() {
        return reading;
    }

    @Override
    public int readers() {
        return READERS;
    }

    @Override
    public Map<String, String> types() {
        return Map.of(
                "key", "BIGINT",
                "bytes", "BYTEA",
                "clustered", "",
                "queue",
                        "WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01,"
                                + " autovacuum_vacuum_threshold = 1000)");
    }

    @Override
    public String claimSuffix() {
        return " FOR UPDATE SKIP LOCKED";
    }

    @Override
    public String shareSuffix() {
        return " FOR SHARE";
    }

    @Override
    public boolean isShared() {
        return true;
    }

    /// Classes 08 connection, 53 out of resources, 57 shut down by an operator, 58 system error, 25
    /// read-only (a standby that took over), 40 rolled back for another transaction's sake.
    @Override
    public boolean isUnavailable(SQLException failure) {
        String state = failure.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("25")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }

    @Override
    public long size() {
        try (Connection connection = reading.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT pg_database_size(current_database())")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            log.debug("The database was not measured: {}", failure.toString());
            return 0;
        }
    }

    @Override
    public long free() {
        return Long.MAX_VALUE;
    }

    /// Autovacuum does it.
    @Override
    public void tidy() {}

    @Override
    public void close() {
        reading.close();
        writing.close();
    }
}
