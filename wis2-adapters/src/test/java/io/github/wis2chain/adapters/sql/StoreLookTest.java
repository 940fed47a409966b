package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

final class StoreLookTest {

    @TempDir Path directory = Path.of("replaced");

    @Test
    void a_store_that_was_closed_is_usable_and_its_folder_stays_as_it_was() throws IOException {
        open().close();
        List<String> before = files();

        assertThat(look())
                .isInstanceOfSatisfying(
                        StoreLook.Usable.class,
                        usable -> {
                            assertThat(usable.version()).isNotEmpty();
                            assertThat(usable.pending()).isZero();
                        });
        assertThat(StoreLook.isInUse(directory)).isFalse();
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void a_store_that_is_not_there_is_not_made() throws IOException {
        assertThat(look()).isEqualTo(new StoreLook.Absent());
        assertThat(StoreLook.isInUse(directory)).isFalse();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_store_that_a_process_holds_is_in_use() throws IOException {
        try (SqlStore store = open()) {
            assertThat(store.openedAfterUncleanStop()).isFalse();
            assertThat(StoreLook.isInUse(directory)).isTrue();
        }
    }

    @Test
    void a_store_whose_tables_are_still_in_the_log_is_unfinished() throws IOException {
        Files.createFile(directory.resolve("store.db"));
        Files.writeString(directory.resolve("store.db-wal"), "What was not carried over.");

        assertThat(look()).isEqualTo(new StoreLook.Unfinished());
    }

    @Test
    void a_store_of_a_newer_version_is_recognised() throws SQLException {
        open().close();
        try (Connection connection =
                        DriverManager.getConnection(
                                "jdbc:sqlite:" + directory.resolve("store.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO flyway_schema_history SELECT 999, '999', 'later', type,"
                            + " 'V999__later.sql', checksum, installed_by, installed_on,"
                            + " execution_time, success FROM flyway_schema_history"
                            + " WHERE installed_rank = 1");
        }

        assertThat(look()).isEqualTo(new StoreLook.TooNew("999"));
    }

    @Test
    void a_file_that_is_no_database_cannot_be_read() throws IOException {
        Files.writeString(directory.resolve("store.db"), "This is no database. ".repeat(100));

        assertThat(look()).isInstanceOf(StoreLook.Unreadable.class);
    }

    @Test
    void a_database_that_does_not_answer_cannot_be_read() {
        var nowhere =
                new SqlStoreSettings.Place.Postgres("jdbc:postgresql://127.0.0.1:1/x", "u", "p");

        assertThat(StoreLook.at(nowhere))
                .isInstanceOfSatisfying(
                        StoreLook.Unreadable.class,
                        unreadable -> assertThat(unreadable.reason()).contains("127.0.0.1:1"));
    }

    private SqlStore open() {
        return SqlStore.open(
                SqlStoreSettings.in(new SqlStoreSettings.Place.Embedded(directory)),
                InstantSource.system());
    }

    private StoreLook look() {
        return StoreLook.at(new SqlStoreSettings.Place.Embedded(directory));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName() + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }
}
