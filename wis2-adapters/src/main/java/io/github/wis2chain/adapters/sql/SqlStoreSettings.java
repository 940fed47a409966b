package io.github.wis2chain.adapters.sql;

import java.nio.file.Path;
import java.time.Duration;

/// Where the store is and how it behaves.
///
/// @param place the database
/// @param retention how long what has ended is kept
/// @param diskFloor free bytes below which no more events are taken
/// @param workers runs that are worked on at the same time
/// @param stopWithin how long closing waits for runs under way
public record SqlStoreSettings(
        Place place, Retention retention, long diskFloor, int workers, Duration stopWithin) {

    public SqlStoreSettings {
        if (diskFloor < 0 || workers < 1 || stopWithin.isNegative()) {
            throw new IllegalArgumentException(
                    "store settings [disk floor %d, workers %d, stop within %s] must have a floor of at least 0 bytes, at least one worker and a time of at least 0"
                            .formatted(diskFloor, workers, stopWithin));
        }
    }

    /// The defaults, in a place.
    public static SqlStoreSettings in(Place place) {
        return new SqlStoreSettings(
                place, Retention.DEFAULT, 100L << 20, 300, Duration.ofSeconds(10));
    }

    /// The same with another retention.
    public SqlStoreSettings with(Retention other) {
        return new SqlStoreSettings(place, other, diskFloor, workers, stopWithin);
    }

    /// A database.
    public sealed interface Place {

        /// One process's own SQLite files, in a directory that no other process uses.
        record Embedded(Path directory) implements Place {}

        /// A PostgreSQL database that several nodes may share.
        ///
        /// @param url `jdbc:postgresql://host:port/database`
        record Postgres(String url, String user, String password) implements Place {

            /// Without the password.
            @Override
            public String toString() {
                return "Postgres[%s as %s]".formatted(url, user);
            }
        }
    }
}
