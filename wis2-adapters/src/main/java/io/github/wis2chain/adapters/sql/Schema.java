package io.github.wis2chain.adapters.sql;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The tables and their versions.
final class Schema {

    private static final String LOCATION = "classpath:io/github/wis2chain/adapters/sql/schema";

    private Schema() {}

    /// Brings the tables to the version of this program.
    ///
    /// @throws StoreUnusable if a newer version has written them, or if they cannot be made
    static void migrate(Dialect dialect) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(dialect.migrating())
                        .locations(LOCATION)
                        .placeholders(dialect.types())
                        .loggers("slf4j")
                        .load();
        try {
            refuseNewer(flyway.info().all());
            flyway.migrate();
        } catch (FlywayException failure) {
            throw new StoreUnusable(
                    "The store's tables cannot be made or changed: %s"
                            .formatted(failure.getMessage()),
                    failure);
        }
    }

    /// What can be seen of the tables; they stay as they are.
    ///
    /// @param database names the database
    static StoreLook look(UnaryOperator<FluentConfiguration> database) {
        try {
            MigrationInfoService info =
                    database.apply(Flyway.configure())
                            .locations(LOCATION)
                            .placeholderReplacement(false)
                            .connectRetries(0)
                            .loggers("slf4j")
                            .load()
                            .info();
            return newer(info.all())
                    .<StoreLook>map(StoreLook.TooNew::new)
                    .or(() ->
                            Optional.ofNullable(info.current())
                                    .map(current ->
                                            new StoreLook.Usable(
                                                    String.valueOf(current.getVersion()),
                                                    info.pending().length)))
                    .orElseGet(StoreLook.Absent::new);
        } catch (FlywayException failure) {
            return new StoreLook.Unreadable(reason(failure));
        }
    }

    private static String reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return String.valueOf(sql.getMessage());
            }
        }
        return String.valueOf(failure.getMessage());
    }

    private static void refuseNewer(MigrationInfo[] migrations) {
        newer(migrations)
                .ifPresent(version -> {
                    throw new StoreUnusable(
                            "The store was written by a newer version of this program (its tables are of version %s); run that version, or restore a backup made before it."
                                    .formatted(version));
                });
    }

    private static Optional<String> newer(MigrationInfo[] migrations) {
        return Arrays.stream(migrations)
                .filter(migration -> isFromFuture(migration.getState()))
                .findFirst()
                .map(migration -> String.valueOf(migration.getVersion()));
    }

    private static boolean isFromFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS
                || state == MigrationState.FUTURE_FAILED
                || state == MigrationState.MISSING_SUCCESS
                || state == MigrationState.MISSING_FAILED;
    }
}
