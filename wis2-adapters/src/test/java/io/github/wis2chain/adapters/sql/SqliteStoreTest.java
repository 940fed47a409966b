package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.run.JournalUnavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletionException;

final class SqliteStoreTest extends StoreContract {

    @TempDir Path directory = Path.of("replaced");

    @Override
    SqlStoreSettings.Place place() {
        return new SqlStoreSettings.Place.Embedded(directory);
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("store.db"));
    }

    @Test
    void a_second_user_of_the_directory_is_refused() {
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("in use by another process");
    }

    @Test
    void a_directory_that_is_none_is_refused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "no directory");
        var place = new SqlStoreSettings.Place.Embedded(file.resolve("data"));

        assertThatThrownBy(() -> SqlStore.open(SqlStoreSettings.in(place), clock))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("cannot be written");
    }

    @Test
    void a_file_that_is_no_database_is_refused() throws IOException {
        store().close();
        Files.writeString(directory.resolve("store.db"), "This is not a database.".repeat(500));

        assertThatThrownBy(this::open).isInstanceOf(StoreUnusable.class);
    }

    @Test
    void no_event_is_taken_while_the_disk_is_full_and_acts_are() {
        var run = accept("a");
        store().close();
        var settings =
                new SqlStoreSettings(
                        place(), Retention.DEFAULT, Long.MAX_VALUE, 20, Duration.ofSeconds(1));

        try (var full = SqlStore.open(settings, clock)) {
            assertThatThrownBy(() -> full.runs().accept(arrival("b")).join())
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(JournalUnavailable.class)
                    .hasMessageContaining("free on the disk");
            assertThat(full.status().writable()).isFalse();
            full.runs().note(run, act("note", "The disk is full.")).join();
        }
    }

    @Test
    void the_file_gives_back_room_and_syncs_every_commit() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(pragma(statement, "auto_vacuum")).isEqualTo("2");
            assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
        }
    }

    private static String pragma(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getString(1);
        }
    }
}
