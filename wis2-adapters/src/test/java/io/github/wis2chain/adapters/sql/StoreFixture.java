package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.AuditEntry;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.SourceName;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/// A store under test, the clock that it goes by, and what tests do with it.
abstract class StoreFixture {

    static final SourceName SOURCE = new SourceName("argo-files");
    static final Failure DOWN =
            new Failure("BROKER_UNAVAILABLE", true, "The broker is down.", "Start it.");
    static final Failure WRONG =
            new Failure("EVENT_INVALID", false, "The event has no id.", "Give it one.");

    /// The time, moved by hand: far enough from the machine's to show who does not ask for it.
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2027-03-04T10:00:00Z"));

    final InstantSource clock = now::get;
    private final List<SqlStore> opened = new ArrayList<>();
    private @Nullable SqlStore store;

    /// A database for this test alone, the same at every call.
    abstract SqlStoreSettings.Place place();

    /// A connection beside the store's own.
    abstract Connection connect() throws SQLException;

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStores() {
        opened.forEach(SqlStore::close);
    }

    SqlStoreSettings settings() {
        return new SqlStoreSettings(place(), Retention.DEFAULT, 0, 20, Duration.ofMillis(200));
    }

    SqlStore open() {
        var fresh = SqlStore.open(settings(), clock);
        opened.add(fresh);
        return fresh;
    }

    SqlStore store() {
        return Objects.requireNonNull(store);
    }

    SqlStore reopen() {
        store().close();
        store = open();
        return store();
    }

    void advance(Duration duration) {
        now.updateAndGet(before -> before.plus(duration));
    }

    Arrival arrival(String text) {
        return new Arrival(
                SOURCE,
                Payload.ofText(text),
                new Origin("mqtt", "diffusion/files", Map.of(Origin.QOS, "1")),
                false,
                clock.instant());
    }

    Arrival redelivered(String text) {
        Arrival first = arrival(text);
        return new Arrival(
                first.source(), first.payload(), first.origin(), true, first.receivedAt());
    }

    RunId accept(String text) {
        return store().runs().accept(arrival(text)).join().run();
    }

    List<RunId> acceptMany(int count) {
        List<CompletableFuture<Receipt>> receipts =
                IntStream.range(0, count)
                        .mapToObj(i -> store().runs().accept(arrival("event " + i)))
                        .toList();
        return receipts.stream().map(receipt -> receipt.join().run()).toList();
    }

    ScriptedWorker work(ScriptedWorker worker) {
        store().queue().start(worker);
        return worker;
    }

    RunDetail detail(RunId run) {
        return store().archive().run(run).orElseThrow();
    }

    RunState state(RunId run) {
        return detail(run).summary().state();
    }

    void awaitState(RunId run, RunState state) {
        await().atMost(Duration.ofSeconds(20)).until(() -> state(run) == state);
    }

    void awaitCount(RunState state, long count) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Objects.equals(store().archive().counts().get(state), count));
    }

    Act act(String kind, String text) {
        return new Act(kind, "jane", text, clock.instant());
    }

    Outcome failure(Claim claim) {
        return new Outcome.Failed(
                "read-event",
                WRONG,
                ScriptedWorker.attempt(claim, 1),
                ScriptedWorker.labels("argo", claim.run()));
    }

    Outcome later(Claim claim) {
        return new Outcome.Later(
                clock.instant().plusSeconds(30),
                "publish",
                DOWN,
                ScriptedWorker.attempt(claim, claim.history().tries() + 1),
                ScriptedWorker.labels("argo", claim.run()));
    }

    Ready ready(String dataId) {
        String id = UUID.randomUUID().toString();
        return new Ready(
                id,
                "argo",
                dataId,
                "origin/a/wis2/fr-ifremer-argo/data/core/ocean",
                "canonical",
                "sha512:%016x".formatted(dataId.hashCode()),
                Payload.ofText("{\"id\":\"%s\",\"data_id\":\"%s\"}".formatted(id, dataId)),
                clock.instant(),
                Optional.empty());
    }

    /// The same of another dataset and with another relation.
    static Ready with(String dataset, String rel, Ready ready) {
        return new Ready(
                ready.id(),
                dataset,
                ready.dataId(),
                ready.topic(),
                rel,
                ready.fingerprint(),
                ready.message(),
                ready.pubtime(),
                ready.sent());
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    static RunFilter filter(Set<RunState> states) {
        return RunFilter.ALL.withStates(states.toArray(RunState[]::new));
    }

    static RunFilter text(String text) {
        return RunFilter.ALL.withText(text);
    }

    List<RunId> found(RunFilter filter) {
        return store().archive().runs(filter, Optional.empty(), 100).stream()
                .map(RunSummary::id)
                .toList();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static void assertRefused(CompletableFuture<?> act, String text) {
        assertThatThrownBy(act::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(text);
    }

    static List<String> kinds(List<AuditEntry> entries) {
        return entries.stream().map(entry -> entry.act().kind()).toList();
    }
}
