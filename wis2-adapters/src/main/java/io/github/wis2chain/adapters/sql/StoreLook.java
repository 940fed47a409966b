package io.github.wis2chain.adapters.sql;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import javax.sql.DataSource;

/// What can be seen of a store from outside, while a node uses it or before one does. Looking changes
/// nothing and leaves nothing behind, so that it may be done by another user than the node's.
public sealed interface StoreLook {

    /// There is no store yet; the next start makes one.
    record Absent() implements StoreLook {}

    /// There is a store, and the process before ended before its tables were carried over from the
    /// write-ahead log, which is not read here; the next start reads it.
    record Unfinished() implements StoreLook {}

    /// There is a store that this program can use.
    ///
    /// @param version of its tables
    /// @param pending changes of the tables that the next start makes
    record Usable(String version, int pending) implements StoreLook {}

    /// A newer version of this program wrote the store.
    record TooNew(String version) implements StoreLook {}

    /// The store cannot be looked at.
    ///
    /// @param reason the end of a sentence
    record Unreadable(String reason) implements StoreLook {}

    /// Looks at the tables.
    static StoreLook at(SqlStoreSettings.Place place) {
        return switch (place) {
            case SqlStoreSettings.Place.Embedded(Path directory) -> in(directory);
            case SqlStoreSettings.Place.Postgres(String url, String user, String password) ->
                    Schema.look(flyway -> flyway.dataSource(url, user, password));
        };
    }

    /// Whether a process holds the store of this directory.
    ///
    /// @throws IOException if that cannot be found out
    static boolean isInUse(Path directory) throws IOException {
        Path file = directory.resolve("store.lock");
        if (Files.notExists(file)) {
            return false;
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException ours) {
            return true;
        }
    }

    private static StoreLook in(Path directory) {
        Path file = directory.resolve("store.db");
        if (Files.notExists(file)) {
            return new Absent();
        }
        StoreLook look = Schema.look(flyway -> flyway.dataSource(untouched(file)));
        boolean behind = directory.resolve("store.db-wal").toFile().length() > 0;
        return look instanceof Absent && behind ? new Unfinished() : look;
    }

    /// Opened as a file that nobody writes: the usual way would make the files of the write-ahead log
    /// anew, for this user. What is not carried over from that log so far is not seen.
    private static DataSource untouched(Path file) {
        var config = new SQLiteConfig();
        config.setReadOnly(true);
        var source = new SQLiteDataSource(config);
        source.setUrl(
                "jdbc:sqlite:file:%s?immutable=1"
                        .formatted(file.toAbsolutePath().toUri().getRawPath()));
        return source;
    }
}
