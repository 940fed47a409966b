package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.SourceName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletionException;

final class FullDiskTest {

    @TempDir Path directory = Path.of("replaced");

    private final InstantSource clock = InstantSource.system();
    private @Nullable FaultyDialect dialect;
    private @Nullable SqlStore store;

    @BeforeEach
    void open() {
        var settings =
                new SqlStoreSettings(
                        new SqlStoreSettings.Place.Embedded(directory),
                        Retention.DEFAULT,
                        0,
                        5,
                        Duration.ofMillis(200));
        dialect = new FaultyDialect(Sqlite.in(directory));
        store = SqlStore.open(dialect, settings, clock);
    }

    @AfterEach
    void close() {
        store().close();
    }

    private SqlStore store() {
        return Objects.requireNonNull(store);
    }

    private FaultyDialect disk() {
        return Objects.requireNonNull(dialect);
    }

    private RunId accept(String text) {
        var arrival =
                new Arrival(
                        new SourceName("files"),
                        Payload.ofText(text),
                        new Origin("mqtt", "files", Map.of()),
                        false,
                        clock.instant());
        return store().runs().accept(arrival).join().run();
    }

    private RunState state(RunId run) {
        return store().archive().run(run).orElseThrow().summary().state();
    }

    @Test
    void events_are_refused_while_the_disk_is_full_and_taken_when_there_is_room_again() {
        disk().fill();

        assertThatThrownBy(() -> accept("a"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("full");
        assertThat(store().status().writable()).isFalse();
        assertThat(store().status().text())
                .startsWith("The journal cannot be written: ")
                .contains("full")
                .endsWith(".");
        disk().empty();

        assertThat(state(accept("b"))).isEqualTo(RunState.WAITING);
        assertThat(store().status().writable()).isTrue();
    }

    @Test
    void a_store_that_nobody_writes_to_notices_that_there_is_room_again() {
        disk().fill();
        assertThatThrownBy(() -> accept("a")).isInstanceOf(CompletionException.class);
        assertThat(store().status().writable()).isFalse();

        disk().empty();

        await().until(() -> store().status().writable());
    }

    @Test
    void the_outcome_of_a_finished_run_is_kept_until_it_can_be_written() {
        var worker = new ScriptedWorker().holding();
        store().queue().start(worker);
        RunId run = accept("a");
        await().until(() -> worker.claims().size() == 1);
        disk().fill();

        worker.letGo();
        await().until(() -> !store().status().writable());
        assertThat(state(run)).isEqualTo(RunState.RUNNING);
        disk().empty();

        await().until(() -> state(run) == RunState.SUCCEEDED);
        assertThat(worker.claims()).hasSize(1);
    }

    @Test
    void claimed_runs_that_cannot_be_read_are_given_back_and_claimed_again() {
        disk().blind();
        var worker = new ScriptedWorker();
        store().queue().start(worker);
        RunId run = accept("a");
        await().until(() -> disk().refusedReads() > 0);
        assertThat(worker.claims()).isEmpty();

        disk().see();

        await().atMost(Duration.ofSeconds(30)).until(() -> state(run) == RunState.SUCCEEDED);
        assertThat(worker.claims()).hasSize(1);
    }

    @Test
    void a_store_that_cannot_write_closes_all_the_same_and_loses_no_run() {
        var worker = new ScriptedWorker().holding();
        store().queue().start(worker);
        RunId run = accept("a");
        await().until(() -> worker.claims().size() == 1);
        disk().fill();
        worker.letGo();
        await().until(() -> !store().status().writable());

        store().close();
        open();

        assertThat(store().openedAfterUncleanStop()).isTrue();
        var next = new ScriptedWorker();
        store().queue().start(next);
        await().until(() -> state(run) == RunState.SUCCEEDED);
        assertThat(next.claims()).singleElement().matches(claim -> claim.resumed());
    }
}
