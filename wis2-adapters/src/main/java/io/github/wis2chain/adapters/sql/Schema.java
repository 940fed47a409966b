package io.github.wis2chain.adapters.sql;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

import java.util.Arrays;

/// The tables and their versions.
final class Schema {

    private Schema() {}

    /// Brings the tables to the version of this program.
    ///
    /// @throws StoreUnusable if a newer version has written them, or if they cannot be made
    static void migrate(Dialect dialect) {
        Flyway flyway =
                Flyway.configure()
                        .dataSource(dialect.migrating())
                        .locations("classpath:io/github/wis2chain/adapters/sql/schema")
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

    private static void refuseNewer(MigrationInfo[] migrations) {
        Arrays.stream(migrations)
                .filter(migration -> isFromFuture(migration.getState()))
                .findFirst()
                .ifPresent(newer -> {
                    throw new StoreUnusable(
                            "The store was written by a newer version of this program (its tables are of version %s); run that version, or restore a backup made before it."
                                    .formatted(newer.getVersion()));
                });
    }

    private static boolean isFromFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS
                || state == MigrationState.FUTURE_FAILED
                || state == MigrationState.MISSING_SUCCESS
                || state == MigrationState.MISSING_FAILED;
    }
}
