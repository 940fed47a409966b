package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.random.RandomGenerator;

/// A database that SQLite itself finds full in the middle of a transaction, as on a disk that others
/// fill.
final class FilledDatabaseTest {

    private static final int EVENT_BYTES = 40_000;
    private static final long NO_LIMIT = 4_294_967_294L;

    @TempDir Path directory = Path.of("replaced");

    @Test
    void what_was_acknowledged_is_kept_and_nothing_else_and_the_journal_goes_on()
            throws SQLException {
        var settings =
                new SqlStoreSettings(
                        new SqlStoreSettings.Place.Embedded(directory),
                        Retention.DEFAULT,
                        0,
                        5,
                        Duration.ofMillis(200));
        Sqlite sqlite = Sqlite.in(directory);
        try (SqlStore store = SqlStore.open(sqlite, settings, InstantSource.system())) {
            limit(sqlite, 1);
            int acknowledged = 0;
            while (accepts(store)) {
                acknowledged++;
            }
            assertThat(store.status().text()).contains("full");

            limit(sqlite, NO_LIMIT);
            await().until(() -> store.status().writable());
            assertThat(accepts(store)).isTrue();

            assertThat(store.archive().runs(RunFilter.ALL, Optional.empty(), 1000))
                    .hasSize(acknowledged + 1);
        }
    }

    /// Holds for the one connection that writes; at least what is there has room.
    private static void limit(Sqlite sqlite, long pages) throws SQLException {
        try (Connection connection = sqlite.writing().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA max_page_count=" + pages);
        }
    }

    private static boolean accepts(SqlStore store) {
        byte[] incompressible = new byte[EVENT_BYTES];
        RandomGenerator.getDefault().nextBytes(incompressible);
        var arrival =
                new Arrival(
                        new SourceName("files"),
                        Payload.of(incompressible),
                        new Origin("mqtt", "files", Map.of()),
                        false,
                        InstantSource.system().instant());
        try {
            return store.runs().accept(arrival).join().run().value() > 0;
        } catch (CompletionException refused) {
            assertThat(refused).hasCauseInstanceOf(JournalUnavailable.class);
            return false;
        }
    }
}
