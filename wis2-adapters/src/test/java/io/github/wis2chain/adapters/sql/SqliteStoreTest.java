package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    void what_was_not_deleted_because_of_a_rollback_is_deleted_by_the_next_portion()
            throws SQLException {
        work(new ScriptedWorker());
        publishedLongAgo();
        acceptMany(300);
        awaitCount(RunState.SUCCEEDED, 301);
        advance(Duration.ofDays(800));
        execute(
                "CREATE TRIGGER refusal BEFORE DELETE ON published_object"
                        + " BEGIN SELECT RAISE(ABORT, 'refused'); END");
        assertThatThrownBy(() -> store().expirePortion())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not deleted");
        assertThat(store().archive().counts()).containsEntry(RunState.SUCCEEDED, 301L);
        execute("DROP TRIGGER refusal");

        store().expire();

        assertThat(store().archive().counts()).containsEntry(RunState.SUCCEEDED, 0L);
        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isEmpty();
    }

    private void publishedLongAgo() {
        RunId run = accept("published");
        Ready ready = ready("a/b/1.bufr");
        store().outbox().store(run, List.of(ready)).join();
        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(run, ready.id(), delivery).join();
    }

    @Test
    void the_file_gives_back_room_and_syncs_every_commit() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            assertThat(pragma(statement, "auto_vacuum")).isEqualTo("2");
            assertThat(pragma(statement, "journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void nothing_acknowledged_is_lost_when_the_process_is_killed()
            throws IOException, InterruptedException {
        Path data = directory.resolve("killed");
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                AcceptingProcess.class.getName(),
                                data.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        var acknowledged = new ArrayList<String>();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("acknowledged ")) {
                    acknowledged.add(line);
                }
                if (acknowledged.size() == 1_000 && process.isAlive()) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor()).isNotZero();
        // The last line may be cut off where the process was killed.
        acknowledged.removeLast();
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(999);

        var place = new SqlStoreSettings.Place.Embedded(data);
        try (var survivor = SqlStore.open(SqlStoreSettings.in(place), InstantSource.system())) {
            assertThat(survivor.openedAfterUncleanStop()).isTrue();
            assertThat(texts(survivor)).containsAll(acknowledged);
        }
    }

    private static Set<String> texts(SqlStore store) {
        var texts = new HashSet<String>();
        Optional<RunId> last = Optional.empty();
        List<RunSummary> page;
        do {
            page = store.archive().runs(RunFilter.ALL, last, 1_000);
            for (RunSummary run : page) {
                texts.add(store.archive().event(run.event()).orElseThrow().payload().text());
                last = Optional.of(run.id());
            }
        } while (!page.isEmpty());
        return texts;
    }

    @Test
    void a_text_is_searched_by_its_term_whatever_else_is_asked_for() throws SQLException {
        var filter =
                new NotificationFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("1.bufr"),
                        Optional.of(clock.instant().minus(Duration.ofDays(1))),
                        Optional.of(clock.instant()));

        assertThat(plan(NotificationSearch.query(filter, Window.newest(50), 50)))
                .anyMatch(step -> step.contains("(run=?)"))
                .noneMatch(step -> step.contains("rowid>") || step.contains("rowid<"));
    }

    private List<String> plan(NotificationSearch.Query query) throws SQLException {
        try (Connection connection = connect()) {
            return Reads.list(
                    connection,
                    "EXPLAIN QUERY PLAN " + query.sql(),
                    query.values(),
                    step -> step.getString("detail"));
        }
    }

    private static String pragma(Statement statement, String name) throws SQLException {
        try (ResultSet row = statement.executeQuery("PRAGMA " + name)) {
            return row.getString(1);
        }
    }
}
