package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

final class PostgresStoreTest extends StoreContract {

    private static @Nullable PostgresServer server;

    private final String database = "store_" + UUID.randomUUID().toString().replace('-', '_');
    private boolean created;

    /// On the build server the database belongs to what is promised; elsewhere it may be missing.
    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        Optional<Path> programs = PostgresServer.installed();
        if (programs.isEmpty() && !"true".equals(System.getenv("CI"))) {
            assumeTrue(
                    false,
                    "THE STORE IS NOT TESTED ON POSTGRESQL: no initdb was found; install the"
                            + " package postgresql");
        }
        server = PostgresServer.start(programs.orElseThrow());
    }

    @AfterAll
    static void stopServer() throws IOException, InterruptedException {
        if (server != null) {
            server.stop();
        }
    }

    private static PostgresServer server() {
        return Objects.requireNonNull(server);
    }

    @Override
    SqlStoreSettings.Place place() {
        if (!created) {
            created = true;
            try (Connection connection =
                            DriverManager.getConnection(
                                    server().url("postgres"), server().user(), "");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE DATABASE " + database);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return new SqlStoreSettings.Place.Postgres(server().url(database), server().user(), "");
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(server().url(database), server().user(), "");
    }

    @Test
    void a_database_that_is_not_there_is_refused() {
        var place =
                new SqlStoreSettings.Place.Postgres(server().url("nowhere"), server().user(), "");

        assertThatThrownBy(() -> SqlStore.open(SqlStoreSettings.in(place), clock))
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    void two_nodes_share_the_work_and_no_run_is_done_twice() {
        SqlStore other = open();
        var here = new ScriptedWorker();
        var there = new ScriptedWorker();
        store().queue().start(here);
        other.queue().start(there);

        List<RunId> accepted = acceptMany(400);

        awaitCount(RunState.SUCCEEDED, 400);
        var done = new ArrayList<>(here.runs());
        done.addAll(there.runs());
        assertThat(done).containsExactlyInAnyOrderElementsOf(accepted);
    }

    @Test
    void a_resume_by_another_node_strands_no_run_that_is_being_held_meanwhile()
            throws SQLException {
        store().runs().holdDataset("argo", true, act("pause", "")).join();
        RunId run = accept("a");
        ScriptedWorker worker =
                work(new ScriptedWorker().holding().ending(ScriptedWorker::heldOrSuccess));
        await().until(() -> worker.claims().size() == 1);
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            assertThat(statement.executeUpdate("DELETE FROM held_dataset")).isEqualTo(1);
            worker.letGo();
            await().until(this::somebodyWaitsForALock);
            other.commit();
        }

        awaitState(run, RunState.SUCCEEDED);
    }

    @Test
    void what_another_node_publishes_again_while_it_is_being_forgotten_is_remembered()
            throws SQLException {
        RunId run = accept("a");
        Ready ready = ready("a/b/1.bufr");
        store().outbox().store(run, List.of(ready)).join();
        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(run, ready.id(), delivery).join();
        advance(Duration.ofDays(800));
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            assertThat(
                            statement.executeUpdate(
                                    "UPDATE published_object SET at = " + clock.millis()))
                    .isEqualTo(1);
            var expiry = CompletableFuture.runAsync(() -> store().expirePortion());
            await().until(this::somebodyWaitsForALock);
            other.commit();
            expiry.join();
        }

        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isPresent();
    }

    private boolean somebodyWaitsForALock() throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT COUNT(*) FROM pg_locks WHERE NOT granted")) {
            return rows.next() && rows.getInt(1) > 0;
        }
    }

    @Test
    void the_runs_of_a_node_that_sends_no_heartbeat_are_taken_over() throws SQLException {
        RunId run = accept("a");
        assertThat(store().claim(10)).extracting(Claimed::run).containsExactly(run);
        execute("UPDATE scheduled_tasks SET last_heartbeat = 0");

        ScriptedWorker worker = work(new ScriptedWorker());

        await().atMost(Duration.ofSeconds(20)).until(() -> state(run) == RunState.SUCCEEDED);
        assertThat(worker.claims()).singleElement().matches(Claim::resumed);
    }
}
