package io.github.wis2chain.adapters.sql;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import javax.sql.DataSource;

/// SQLite in a directory of our own: WAL, every commit synced, one connection that writes and a few
/// that read beside it.
final class Sqlite implements Dialect {

    private static final Logger log = LoggerFactory.getLogger(Sqlite.class);

    private static final int READERS = 3;
    private static final int BUSY_MILLIS = 10_000;

    /// Pages of 4 kB after which the log is carried over into the file. Pages that change again and
    /// again are written there less often than with the usual 1,000.
    private static final int CHECKPOINT_PAGES = 16_000;

    /// Pages freed in one step of tidying, some megabytes.
    private static final int TIDIED_PAGES = 1_000;

    private final Path file;
    private final FileStore disk;
    private final FileChannel lockFile;
    private final FileLock lock;
    private final HikariDataSource writing;
    private final HikariDataSource reading;

    private Sqlite(Path file, FileChannel lockFile, FileLock lock) throws IOException {
        this.file = file;
        this.lockFile = lockFile;
        this.lock = lock;
        this.disk = Files.getFileStore(file.toAbsolutePath().getParent());
        create();
        this.writing = pool("store-writing", 1, false);
        this.reading = pool("store-reading", READERS, true);
    }

    private static SQLiteConfig writingConfig() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setJournalSizeLimit(64 << 20);
        config.setPragma(
                SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-16_000);
        return config;
    }

    private static SQLiteConfig readingConfig() {
        var config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS);
        config.setReadOnly(true);
        config.setTempStore(SQLiteConfig.TempStore.MEMORY);
        config.setCacheSize(-4_000);
        return config;
    }

    /// Page size and vacuum mode are fixed when the file is made.
    private void create() {
        try (Connection connection = source(new SQLiteConfig()).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size=2048");
            statement.execute("PRAGMA auto_vacuum=INCREMENTAL");
            statement.execute("PRAGMA journal_mode=WAL");
        } catch (SQLException failure) {
            throw new StoreUnusable(
                    "The store %s cannot be opened: %s.".formatted(file, failure.getMessage()),
                    failure);
        }
    }

    /// Takes the directory for this process; makes it if need be.
    static Sqlite in(Path directory) {
        try {
            Files.createDirectories(directory);
            unpackNativeLibraryInto(directory);
            var channel =
                    FileChannel.open(
                            directory.resolve("store.lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            try {
                return new Sqlite(directory.resolve("store.db"), channel, lock(directory, channel));
            } catch (RuntimeException | IOException failure) {
                channel.close();
                throw failure;
            }
        } catch (IOException unwritable) {
            throw new StoreUnusable(
                    "The store's directory %s cannot be written (%s); give it to the account that runs this program, or choose another."
                            .formatted(directory, reason(unwritable)),
                    unwritable);
        }
    }

    private static FileLock lock(Path directory, FileChannel channel) throws IOException {
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException ours) {
            throw inUse(directory);
        }
        if (lock == null) {
            throw inUse(directory);
        }
        return lock;
    }

    private static StoreUnusable inUse(Path directory) {
        return new StoreUnusable(
                "The store in %s is in use by another process; stop that one first, or choose another directory."
                        .formatted(directory));
    }

    private static String reason(IOException failure) {
        return failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }

    /// Where the system's temporary directory forbids execution the native library cannot be loaded
    /// from there: the data directory is ours.
    private static void unpackNativeLibraryInto(Path directory) throws IOException {
        if (System.getProperty("org.sqlite.tmpdir") == null) {
            Path library = Files.createDirectories(directory.resolve("native"));
            System.setProperty("org.sqlite.tmpdir", library.toAbsolutePath().toString());
        }
    }

    private HikariDataSource pool(String name, int size, boolean readOnly) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setDataSource(source(readOnly ? readingConfig() : writingConfig()));
        config.setReadOnly(readOnly);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(size);
        config.setInitializationFailTimeout(-1);
        config.setMaxLifetime(0);
        config.setConnectionTimeout(30_000);
        return new HikariDataSource(config);
    }

    private DataSource source(SQLiteConfig settings) {
        var source = new SQLiteDataSource(settings);
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    @Override
    public DataSource migrating() {
        return source(writingConfig());
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
                "key", "INTEGER",
                "bytes", "BLOB",
                "clustered", "WITHOUT ROWID",
                "queue", "WITHOUT ROWID");
    }

    @Override
    public String claimSuffix() {
        return "";
    }

    @Override
    public String shareSuffix() {
        return "";
    }

    @Override
    public boolean isShared() {
        return false;
    }

    @Override
    public boolean isUnavailable(SQLException failure) {
        int code = failure.getErrorCode() & 0xFF;
        return code == SQLiteErrorCode.SQLITE_FULL.code
                || code == SQLiteErrorCode.SQLITE_IOERR.code
                || code == SQLiteErrorCode.SQLITE_BUSY.code
                || code == SQLiteErrorCode.SQLITE_LOCKED.code
                || code == SQLiteErrorCode.SQLITE_READONLY.code
                || code == SQLiteErrorCode.SQLITE_CANTOPEN.code
                || code == SQLiteErrorCode.SQLITE_NOMEM.code;
    }

    @Override
    public long size() {
        long size = 0;
        for (String suffix : new String[] {"", "-wal", "-shm"}) {
            Path part = Path.of(file + suffix);
            try {
                size += Files.exists(part) ? Files.size(part) : 0;
            } catch (IOException vanished) {
                log.debug("{} was not measured: {}", part, vanished.toString());
            }
        }
        return size;
    }

    @Override
    public long free() {
        try {
            return disk.getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void tidy() {
        try (Connection connection = writing.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA incremental_vacuum(" + TIDIED_PAGES + ")");
            statement.execute("PRAGMA optimize");
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException failure) {
            log.warn("The store was not tidied; that is tried again later.", failure);
        }
    }

    @Override
    public void close() {
        reading.close();
        writing.close();
        try {
            lock.release();
            lockFile.close();
        } catch (IOException failure) {
            log.warn("The lock of {} was not released; it ends with this process.", file, failure);
        }
    }
}
