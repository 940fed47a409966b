package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.AuditEntry;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.BulkAct;
import io.github.wis2chain.engine.run.CauseGroup;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.LedgerDay;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepRecord;
import io.github.wis2chain.engine.run.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/// What every store does, whatever database it is on.
abstract class StoreContract extends RequestContract {

    static final SourceName SOURCE = new SourceName("argo-files");
    private static final Failure DOWN =
            new Failure("BROKER_UNAVAILABLE", true, "The broker is down.", "Start it.");
    private static final Failure WRONG =
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
    @Override
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

    @Override
    SqlStore store() {
        return Objects.requireNonNull(store);
    }

    @Override
    SqlStore reopen() {
        store().close();
        store = open();
        return store();
    }

    @Override
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

    @Test
    void an_accepted_event_is_kept_with_its_bytes_and_a_waiting_run() {
        var receipt = store().runs().accept(arrival("{\"id\":\"a\"}")).join();

        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        RunDetail run = detail(receipt.run());
        assertThat(run.event().payload().text()).isEqualTo("{\"id\":\"a\"}");
        assertThat(run.event().origin().properties()).containsEntry("qos", "1");
        assertThat(run.event().receivedAt()).isEqualTo(clock.instant());
        assertThat(run.summary().state()).isEqualTo(RunState.WAITING);
        assertThat(run.summary().dueAt()).contains(clock.instant());
        assertThat(store().archive().event(receipt.event())).contains(run.event());
        assertThat(store().archive().oldestInProgress()).contains(clock.instant());
    }

    @Test
    void bytes_of_any_kind_come_back_as_they_were() {
        var bytes = new byte[70_000];
        new Random(7).nextBytes(bytes);
        var arrival =
                new Arrival(
                        SOURCE,
                        Payload.of(bytes),
                        new Origin("http", "127.0.0.1", Map.of()),
                        false,
                        clock.instant());

        RunId run = store().runs().accept(arrival).join().run();

        assertThat(detail(run).event().payload()).isEqualTo(arrival.payload());
        assertThat(detail(accept("")).event().payload().size()).isZero();
    }

    @Test
    void a_redelivered_copy_is_counted_and_not_run_again() {
        RunId first = accept("same");

        var again = store().runs().accept(redelivered("same")).join();

        assertThat(again).isInstanceOf(Receipt.Duplicate.class);
        assertThat(again.run()).isEqualTo(first);
        assertThat(store().runs().accept(arrival("same")).join())
                .isInstanceOf(Receipt.Accepted.class);
        assertThat(store().archive().ledger(today()))
                .singleElement()
                .matches(LedgerRow::balances)
                .satisfies(row -> {
                    assertThat(row.received()).isEqualTo(3);
                    assertThat(row.duplicates()).isEqualTo(1);
                    assertThat(row.inProgress()).isEqualTo(2);
                });
    }

    @Test
    void two_copies_in_one_commit_give_one_run() {
        List<CompletableFuture<Receipt>> receipts =
                IntStream.range(0, 40)
                        .mapToObj(i -> store().runs().accept(redelivered("twin")))
                        .toList();

        assertThat(receipts)
                .extracting(receipt -> receipt.join().run())
                .containsOnly(receipts.getFirst().join().run());
    }

    @Test
    void every_run_is_worked_on_once_and_ends() {
        List<RunId> accepted = acceptMany(200);

        ScriptedWorker worker = work(new ScriptedWorker());

        awaitCount(RunState.SUCCEEDED, 200);
        assertThat(worker.runs()).containsExactlyInAnyOrderElementsOf(accepted);
        assertThat(worker.claims()).noneMatch(Claim::resumed);
        RunSummary run = detail(accepted.getFirst()).summary();
        assertThat(run.summary()).isEqualTo("Published 1 notification.");
        assertThat(run.labels()).isEqualTo(ScriptedWorker.labels("argo", run.id()));
        assertThat(run.attempts()).isEqualTo(1);
        assertThat(run.dueAt()).isEmpty();
    }

    @Test
    void claims_come_in_the_order_of_events() {
        List<RunId> accepted = acceptMany(60);

        var claims = new ArrayList<RunId>();
        for (int i = 0; i < 3; i++) {
            claims.addAll(store().claim(20).stream().map(Claimed::run).toList());
        }

        assertThat(claims).isEqualTo(accepted);
    }

    @Test
    void a_history_comes_back_with_failures_and_remarks() {
        RunId run = accept("a");
        var step =
                new StepRecord(
                        "validate",
                        1,
                        Instant.parse("2026-11-23T10:00:00.123456Z"),
                        Duration.ofNanos(1_234_000),
                        Optional.of(WRONG),
                        List.of(
                                new Remark(
                                        Remark.Level.FAULT,
                                        "/req/core/id",
                                        "/id",
                                        "There is no id.",
                                        Optional.of("a UUID")),
                                new Remark(
                                        Remark.Level.INFO,
                                        "",
                                        "",
                                        "Looks fine.",
                                        Optional.empty())));

        work(
                new ScriptedWorker()
                        .ending(claim ->
                                new Outcome.Failed(
                                        "validate",
                                        WRONG,
                                        claim.history().and(List.of(step), 1),
                                        claim.labels().withDataset("argo"))));

        awaitState(run, RunState.FAILED);
        assertThat(detail(run).history().steps()).containsExactly(step);
        assertThat(detail(run).history().tries()).isEqualTo(1);
        assertThat(detail(run).failure()).contains(WRONG);
        assertThat(detail(run).summary().cause()).contains("EVENT_INVALID");
        assertThat(detail(run).summary().step()).contains("validate");
        assertThat(detail(run).summary().summary()).isEqualTo("The event has no id.");
    }

    @Test
    void a_temporary_failure_is_tried_again_when_it_is_due() {
        RunId run = accept("a");
        ScriptedWorker worker =
                work(
                        new ScriptedWorker()
                                .ending(claim ->
                                        claim.history().tries() < 2
                                                ? later(claim)
                                                : ScriptedWorker.success(claim)));

        await().until(() -> detail(run).summary().attempts() == 1);
        assertThat(state(run)).isEqualTo(RunState.WAITING);
        assertThat(detail(run).summary().dueAt()).contains(clock.instant().plusSeconds(30));
        assertThat(detail(run).failure()).contains(DOWN);
        advance(Duration.ofSeconds(31));
        await().until(() -> detail(run).summary().attempts() == 2);
        advance(Duration.ofSeconds(31));

        awaitState(run, RunState.SUCCEEDED);
        assertThat(worker.claims()).extracting(Claim::resumed).containsExactly(false, true, true);
        assertThat(worker.claims().getLast().history().steps()).hasSize(2);
        assertThat(worker.claims().getLast().labels().dataset()).contains("argo");
        assertThat(detail(run).failure()).isEmpty();
        assertThat(store().archive().ledger(today())).allMatch(LedgerRow::balances);
    }

    @Test
    void a_run_that_was_under_way_at_a_crash_is_taken_up_again() {
        RunId run = accept("a");
        var before = work(new ScriptedWorker().holding());
        awaitState(run, RunState.RUNNING);

        reopen();
        ScriptedWorker worker = work(new ScriptedWorker());

        awaitState(run, RunState.SUCCEEDED);
        assertThat(worker.claims()).singleElement().matches(Claim::resumed);
        before.letGo();
    }

    @Test
    void the_outcome_of_a_run_that_was_taken_over_is_not_written() throws SQLException {
        RunId run = accept("a");
        var worker = work(new ScriptedWorker().holding().ending(this::failure));
        awaitState(run, RunState.RUNNING);

        execute("UPDATE scheduled_tasks SET version = version + 1");
        worker.letGo();
        awaitIdle();

        assertThat(state(run)).isEqualTo(RunState.RUNNING);
        assertThat(detail(run).history().steps()).isEmpty();
        assertThat(store().archive().counts())
                .containsEntry(RunState.FAILED, 0L)
                .containsEntry(RunState.DISCARDED, 1L);
    }

    /// A write that is handed over later is done later.
    private void awaitIdle() {
        RunId marker = accept("marker");
        awaitState(marker, RunState.FAILED);
        store().runs().note(marker, act("note", "seen")).join();
        store().runs().discard(marker, act("discard", "only a marker")).join();
    }

    @Test
    void runs_of_a_held_source_wait_until_it_is_let_go_even_over_a_restart() {
        store().runs().hold(SOURCE, true, act("pause", "")).join();
        RunId first = accept("a");
        RunId second = accept("b");
        assertThat(detail(first).summary().dueAt()).isEmpty();

        reopen();
        ScriptedWorker worker = work(new ScriptedWorker());
        assertThat(store().archive().held()).containsExactly(SOURCE);
        assertThat(state(first)).isEqualTo(RunState.WAITING);
        store().runs().hold(SOURCE, false, act("resume", "")).join();

        awaitState(second, RunState.SUCCEEDED);
        awaitState(first, RunState.SUCCEEDED);
        assertThat(worker.claims()).noneMatch(Claim::resumed);
        assertThat(store().archive().held()).isEmpty();
    }

    @Test
    void runs_of_a_held_dataset_wait_until_it_is_resumed_even_over_a_restart() {
        store().runs().holdDataset("argo", true, act("pause", "Wrong positions.")).join();
        RunId run = accept("a");
        work(new ScriptedWorker().ending(ScriptedWorker::heldOrSuccess));
        awaitHeld(run);
        assertThat(detail(run).summary().summary()).contains("argo is paused");
        assertThat(detail(run).summary().attempts()).isZero();
        assertThat(detail(run).summary().labels().dataset()).contains("argo");

        reopen();
        ScriptedWorker worker = work(new ScriptedWorker().ending(ScriptedWorker::heldOrSuccess));
        RunId later = accept("b");
        awaitHeld(later);
        assertThat(worker.runs()).containsExactly(later);
        assertThat(store().archive().heldDatasets()).containsExactly("argo");
        store().runs().holdDataset("argo", false, act("resume", "")).join();

        awaitState(run, RunState.SUCCEEDED);
        awaitState(later, RunState.SUCCEEDED);
        assertThat(store().archive().heldDatasets()).isEmpty();
        assertThat(store().archive().ledger(today())).allMatch(LedgerRow::balances);
        assertThat(worker.runs()).containsExactlyInAnyOrder(later, run, later);
    }

    @Test
    void a_run_that_was_to_be_held_goes_on_if_its_dataset_was_resumed_meanwhile() {
        store().runs().holdDataset("argo", true, act("pause", "")).join();
        RunId run = accept("a");
        ScriptedWorker worker =
                work(new ScriptedWorker().holding().ending(ScriptedWorker::heldOrSuccess));
        awaitState(run, RunState.RUNNING);
        await().until(() -> worker.claims().size() == 1);

        store().runs().holdDataset("argo", false, act("resume", "")).join();
        worker.letGo();

        awaitState(run, RunState.SUCCEEDED);
        assertThat(worker.claims())
                .extracting(Claim::held)
                .containsExactly(Set.of("argo"), Set.of());
    }

    @Test
    void what_waits_for_its_dataset_is_let_go_by_nothing_else_but_may_be_discarded() {
        store().runs().holdDataset("argo", true, act("pause", "")).join();
        RunId run = accept("a");
        ScriptedWorker worker = work(new ScriptedWorker().ending(ScriptedWorker::heldOrSuccess));
        awaitHeld(run);

        store().runs().hold(SOURCE, false, act("resume", "")).join();
        store().runs().holdDataset("other", false, act("resume", "")).join();
        store().runs().hasten(Set.of("BROKER_UNAVAILABLE")).join();
        assertRefused(store().runs().retry(run, act("retry", "")), "is waiting");
        assertThat(detail(run).summary().dueAt()).isEmpty();
        store().runs().discard(run, act("discard", "A test.")).join();
        store().runs().holdDataset("argo", false, act("resume", "")).join();

        assertThat(state(run)).isEqualTo(RunState.DISCARDED);
        assertThat(worker.claims()).hasSize(1);
    }

    @Test
    void pausing_a_dataset_is_in_the_audit_beside_what_concerns_people() {
        store().runs().hold(SOURCE, true, act("pause", "")).join();
        store().runs().holdDataset("argo", true, act("pause", "Wrong positions.")).join();
        store().people()
                .record(new Deed("sign-in-refused", "joe", "joe", "10.0.0.9", "", clock.instant()))
                .join();

        List<AuditEntry> all = store().archive().audit(AuditFilter.ALL, Window.newest(10));

        assertThat(kinds(all)).containsExactly("sign-in-refused", "pause", "pause");
        assertThat(all.get(0).subject()).contains("joe");
        assertThat(all.get(1).dataset()).contains("argo");
        assertThat(all.get(1).act().text()).isEqualTo("Wrong positions.");
        assertThat(auditOf(Optional.of(SOURCE), Optional.empty(), Optional.empty()))
                .containsExactly(all.get(2));
        assertThat(auditOf(Optional.empty(), Optional.of("argo"), Optional.empty()))
                .containsExactly(all.get(1));
        assertThat(auditOf(Optional.empty(), Optional.empty(), Optional.of("joe")))
                .containsExactly(all.get(0));
    }

    private List<AuditEntry> auditOf(
            Optional<SourceName> source, Optional<String> dataset, Optional<String> subject) {
        var filter =
                new AuditFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        source,
                        dataset,
                        subject,
                        Optional.empty(),
                        Optional.empty());
        return store().archive().audit(filter, Window.newest(10));
    }

    private void awaitHeld(RunId run) {
        await().until(() ->
                detail(run).summary().dueAt().isEmpty()
                        && detail(run).summary().labels().dataset().isPresent()
                        && state(run) == RunState.WAITING);
    }

    @Test
    void runs_that_wait_because_of_a_cause_go_at_once_when_it_has_passed() {
        List<RunId> runs = acceptMany(3);
        Instant tomorrow = clock.instant().plus(Duration.ofDays(1));
        var broken = new AtomicBoolean(true);
        work(
                new ScriptedWorker()
                        .ending(claim -> {
                            String code =
                                    claim.run().equals(runs.getLast())
                                            ? "LINK_UNREACHABLE"
                                            : "BROKER_UNAVAILABLE";
                            return broken.get() || !code.startsWith("BROKER")
                                    ? new Outcome.Later(
                                            tomorrow,
                                            "publish",
                                            new Failure(code, true, "It is down.", "Wait."),
                                            ScriptedWorker.attempt(claim, 1),
                                            ScriptedWorker.labels("argo", claim.run()))
                                    : ScriptedWorker.success(claim);
                        }));
        await().until(() ->
                runs.stream()
                        .allMatch(run ->
                                detail(run).summary().dueAt().equals(Optional.of(tomorrow))));
        broken.set(false);

        store().runs().hasten(Set.of("BROKER_UNAVAILABLE", "STORE_UNAVAILABLE")).join();

        awaitCount(RunState.SUCCEEDED, 2);
        assertThat(detail(runs.getLast()).summary().dueAt()).contains(tomorrow);
    }

    @Test
    void a_failed_run_is_retried_with_its_tries_forgiven_and_its_history_kept() {
        RunId run = accept("a");
        ScriptedWorker worker =
                work(
                        new ScriptedWorker()
                                .ending(claim ->
                                        claim.history().steps().isEmpty()
                                                ? failure(claim)
                                                : ScriptedWorker.success(claim)));
        awaitState(run, RunState.FAILED);

        store().runs().retry(run, act("retry", "")).join();

        awaitState(run, RunState.SUCCEEDED);
        Claim second = worker.claims().getLast();
        assertThat(second.resumed()).isTrue();
        assertThat(second.history().tries()).isZero();
        assertThat(second.history().steps()).hasSize(1);
        assertThat(detail(run).acts()).extracting(Act::kind).containsExactly("retry");
        assertThat(detail(run).history().steps()).hasSize(2);
    }

    @Test
    void acts_are_refused_where_the_state_does_not_allow_them() {
        RunId done = accept("a");
        var worker = work(new ScriptedWorker());
        awaitState(done, RunState.SUCCEEDED);

        assertRefused(store().runs().retry(done, act("retry", "")), "is succeeded");
        assertRefused(store().runs().discard(done, act("discard", "x")), "is succeeded");
        assertRefused(store().runs().note(new RunId(4711), act("note", "x")), "there is no run");
        store().runs().note(done, act("note", "Seen by the team.")).join();

        assertThat(detail(done).acts()).extracting(Act::text).containsExactly("Seen by the team.");
        assertThat(worker.claims()).hasSize(1);
    }

    private static void assertRefused(CompletableFuture<?> act, String text) {
        assertThatThrownBy(act::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(text);
    }

    @Test
    void a_waiting_run_is_retried_only_after_a_failure_and_a_running_one_never() {
        store().runs().hold(SOURCE, true, act("pause", "")).join();
        RunId waiting = accept("a");
        assertRefused(store().runs().retry(waiting, act("retry", "")), "is waiting");
        store().runs().hold(SOURCE, false, act("resume", "")).join();
        ScriptedWorker worker = work(new ScriptedWorker().holding().ending(this::later));
        awaitState(waiting, RunState.RUNNING);

        assertRefused(store().runs().retry(waiting, act("retry", "")), "is running");
        assertRefused(store().runs().discard(waiting, act("discard", "x")), "is running");
        assertRefused(store().runs().revise(waiting, arrival("b"), act("edit", "")), "is running");
        worker.letGo();
        await().until(() -> detail(waiting).summary().attempts() == 1);
        store().runs().retry(waiting, act("retry", "")).join();

        await().until(() -> detail(waiting).summary().attempts() == 2);
        assertThat(detail(waiting).history().tries()).isEqualTo(1);
    }

    @Test
    void a_discarded_run_says_why_and_never_runs() {
        store().runs().hold(SOURCE, true, act("pause", "")).join();
        RunId run = accept("a");

        store().runs().discard(run, act("discard", "A test file.")).join();
        store().runs().hold(SOURCE, false, act("resume", "")).join();
        ScriptedWorker worker = work(new ScriptedWorker());
        RunId other = accept("b");
        awaitState(other, RunState.SUCCEEDED);

        assertThat(worker.runs()).containsExactly(other);
        assertThat(state(run)).isEqualTo(RunState.DISCARDED);
        assertThat(detail(run).summary().summary()).isEqualTo("A test file.");
        assertThat(detail(run).acts()).extracting(Act::who).containsExactly("jane");
    }

    @Test
    void a_corrected_event_gets_a_run_of_its_own_and_replaces_the_failed_one() {
        RunId run = accept("wrong");
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                claim.event().payload().text().equals("wrong")
                                        ? failure(claim)
                                        : ScriptedWorker.success(claim)));
        awaitState(run, RunState.FAILED);

        RunId child =
                store().runs().revise(run, arrival("right"), act("edit", "Gave it an id.")).join();

        awaitState(child, RunState.SUCCEEDED);
        assertThat(detail(child).summary().parent()).contains(run);
        assertThat(detail(run).children()).containsExactly(child);
        assertThat(state(run)).isEqualTo(RunState.DISCARDED);
        assertThat(detail(run).summary().summary()).isEqualTo("Replaced by run " + child + ".");
        assertThat(detail(run).event().payload().text()).isEqualTo("wrong");
        assertThat(store().archive().ledger(today())).allMatch(LedgerRow::balances);
    }

    @Test
    void runs_are_found_by_every_filter_and_page_by_page() {
        List<RunId> runs = acceptMany(5);
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                claim.run().equals(runs.get(2))
                                        ? failure(claim)
                                        : ScriptedWorker.success(claim)));
        awaitCount(RunState.SUCCEEDED, 4);
        awaitState(runs.get(2), RunState.FAILED);
        advance(Duration.ofHours(5));
        Instant evening = clock.instant();
        store().runs().hold(SOURCE, true, act("pause", "")).join();
        RunId waiting = accept("late");

        assertThat(found(RunFilter.ALL))
                .containsExactly(
                        waiting, runs.get(4), runs.get(3), runs.get(2), runs.get(1), runs.get(0));
        assertThat(store().archive().runs(RunFilter.ALL, Optional.of(runs.get(3)), 2))
                .extracting(RunSummary::id)
                .containsExactly(runs.get(2), runs.get(1));
        assertThat(found(filter(Set.of(RunState.FAILED)))).containsExactly(runs.get(2));
        assertThat(found(filter(Set.of(RunState.WAITING)))).containsExactly(waiting);
        assertThat(found(filter(Set.of(RunState.RUNNING)))).isEmpty();
        assertThat(found(filter(Set.of(RunState.SUCCEEDED, RunState.WAITING)))).hasSize(5);
        assertThat(found(filter(Set.of(RunState.FAILED, RunState.DISCARDED)))).hasSize(1);
        assertThat(found(text("event-" + runs.get(1)))).containsExactly(runs.get(1));
        assertThat(found(text(runs.get(3) + ".bufr"))).containsExactly(runs.get(3));
        assertThat(found(text("fr-ifremer-argo/data/core/ocean/%s.bufr".formatted(runs.get(0)))))
                .containsExactly(runs.get(0));
        assertThat(found(text("nothing"))).isEmpty();
        assertThat(found(text(runs.get(3).toString()))).containsExactly(runs.get(3));
        assertThat(found(text(detail(runs.get(3)).event().id().toString())))
                .containsExactly(runs.get(3));
        assertThat(found(text("other/" + runs.get(3) + ".bufr"))).isEmpty();
        assertThat(
                        found(
                                RunFilter.ALL
                                        .withStates(RunState.FAILED)
                                        .withDataset("argo")
                                        .withSource(SOURCE)
                                        .withCause("EVENT_INVALID")))
                .containsExactly(runs.get(2));
        assertThat(found(RunFilter.ALL.withDataset("synop"))).isEmpty();
        assertThat(found(RunFilter.ALL.since(evening))).containsExactly(waiting);
        assertThat(found(RunFilter.ALL.until(evening))).hasSize(5);
    }

    @Test
    void windows_lead_in_both_directions_and_know_where_the_list_ends() {
        List<RunId> runs = acceptMany(5);

        RunArchive.Found newest = store().archive().runs(RunFilter.ALL, Window.newest(2));
        assertThat(ids(newest)).containsExactly(runs.get(4), runs.get(3));
        assertThat(newest.next()).contains(runs.get(3));
        RunArchive.Found older =
                store().archive().runs(RunFilter.ALL, Window.olderThan(runs.get(3).value(), 3));
        assertThat(ids(older)).containsExactly(runs.get(2), runs.get(1), runs.get(0));
        assertThat(older.next()).isEmpty();
        RunArchive.Found newer =
                store().archive().runs(RunFilter.ALL, Window.newerThan(runs.get(0).value(), 2));
        assertThat(ids(newer)).containsExactly(runs.get(2), runs.get(1));
        assertThat(newer.next()).contains(runs.get(2));
        assertThat(
                        ids(
                                store().archive()
                                        .runs(
                                                RunFilter.ALL,
                                                Window.newerThan(runs.get(2).value(), 2))))
                .containsExactly(runs.get(4), runs.get(3));
    }

    private static List<RunId> ids(RunArchive.Found found) {
        return found.runs().stream().map(RunSummary::id).toList();
    }

    @Test
    void runs_are_counted_no_further_than_asked() {
        acceptMany(7);

        assertThat(store().archive().count(RunFilter.ALL, 100)).isEqualTo(7);
        assertThat(store().archive().count(RunFilter.ALL, 3)).isEqualTo(3);
        assertThat(store().archive().count(filter(Set.of(RunState.WAITING)), 100)).isEqualTo(7);
        assertThat(store().archive().count(filter(Set.of(RunState.WAITING)), 4)).isEqualTo(4);
        assertThat(store().archive().count(filter(Set.of(RunState.FAILED)), 4)).isZero();
        assertThat(store().archive().count(text("nothing"), 4)).isZero();
    }

    @Test
    void runs_that_fail_for_the_same_reason_are_one_group() {
        List<RunId> runs = acceptMany(9);
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                switch (runs.indexOf(claim.run()) % 3) {
                                    case 0 -> blaming("data.example.org", claim);
                                    case 1 -> blaming("other.example.org", claim);
                                    default -> later(claim);
                                }));
        awaitCount(RunState.FAILED, 6);
        awaitCount(RunState.RUNNING, 0);
        store().runs().discard(runs.get(1), act("discard", "x")).join();

        List<CauseGroup> groups = store().archive().causes();

        assertThat(groups)
                .extracting(group -> group.key().culprit().orElse("-"))
                .containsExactly("data.example.org", "other.example.org", "-");
        assertThat(groups).extracting(CauseGroup::failed).containsExactly(3L, 2L, 0L);
        assertThat(groups).extracting(CauseGroup::waiting).containsExactly(0L, 0L, 3L);
        CauseGroup first = groups.getFirst();
        assertThat(first.sample().id()).isEqualTo(runs.get(6));
        assertThat(first.sample().summary()).isEqualTo("The event has no id.");
        assertThat(first.sample().culprit()).contains("data.example.org");
        assertThat(first.remedy()).isEqualTo("Give it one.");
        assertThat(first.since()).isEqualTo(clock.instant());
        assertThat(found(first.key().filter()))
                .containsExactly(runs.get(6), runs.get(3), runs.get(0));
        assertThat(found(groups.getLast().key().filter()))
                .containsExactly(runs.get(8), runs.get(5), runs.get(2));
        assertThat(found(filter(Set.of(RunState.FAILED)).withDataset(RunFilter.NONE))).isEmpty();
    }

    private Outcome blaming(String culprit, Claim claim) {
        return new Outcome.Failed(
                "read-event",
                WRONG.blaming(culprit),
                ScriptedWorker.attempt(claim, 1),
                ScriptedWorker.labels("argo", claim.run()));
    }

    @Test
    void many_runs_are_discarded_together_and_each_is_in_the_audit() throws Exception {
        List<RunId> runs = acceptMany(250);
        work(new ScriptedWorker().ending(this::failure));
        awaitCount(RunState.FAILED, 250);
        var bulk = new BulkAct(store().archive(), store().runs());
        var failed =
                new BulkAct.Selection.Matching(filter(Set.of(RunState.FAILED)), Optional.empty());

        BulkAct.Result first =
                bulk.perform(BulkAct.Kind.DISCARD, act("discard", "A test."), failed, 120);
        assertThat(first.done()).isEqualTo(120);
        assertThat(first.next()).contains(runs.get(130));
        BulkAct.Result rest =
                bulk.perform(
                        BulkAct.Kind.DISCARD,
                        act("discard", "A test."),
                        new BulkAct.Selection.Matching(failed.filter(), first.next()),
                        1000);
        assertThat(rest.done()).isEqualTo(130);
        assertThat(rest.next()).isEmpty();
        BulkAct.Result late =
                bulk.perform(
                        BulkAct.Kind.DISCARD,
                        act("discard", "Late."),
                        new BulkAct.Selection.Named(List.of(runs.get(0), runs.get(1))),
                        10);
        assertThat(late.done()).isZero();
        assertThat(late.skipped())
                .containsExactly(
                        Map.entry(
                                "run is discarded and cannot be discarded",
                                List.of(runs.get(0), runs.get(1))));
        assertThat(detail(runs.get(0)).acts()).extracting(Act::text).containsExactly("A test.");
        assertThat(store().archive().counts()).containsEntry(RunState.DISCARDED, 250L);
    }

    @Test
    void counts_and_ledger_say_what_the_tables_hold() {
        List<RunId> runs = acceptMany(30);
        store().runs().accept(redelivered("event 3")).join();
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                switch (runs.indexOf(claim.run()) % 5) {
                                    case 0 -> failure(claim);
                                    case 1 -> later(claim);
                                    case 2 ->
                                            new Outcome.Unchanged(
                                                    "Nothing new.",
                                                    ScriptedWorker.attempt(claim, 0),
                                                    ScriptedWorker.labels("synop", claim.run()));
                                    default -> ScriptedWorker.success(claim);
                                }));
        awaitCount(RunState.SUCCEEDED, 12);
        awaitCount(RunState.FAILED, 6);
        awaitCount(RunState.UNCHANGED, 6);
        awaitCount(RunState.RUNNING, 0);
        store().runs().discard(runs.get(0), act("discard", "x")).join();

        assertThat(store().archive().counts())
                .containsEntry(RunState.WAITING, 6L)
                .containsEntry(RunState.RUNNING, 0L)
                .containsEntry(RunState.FAILED, 5L)
                .containsEntry(RunState.DISCARDED, 1L);
        List<LedgerRow> ledger = store().archive().ledger(today());
        assertThat(ledger).allMatch(LedgerRow::balances);
        assertThat(ledger)
                .containsExactlyInAnyOrder(
                        new LedgerRow(Optional.empty(), 1, 0, 0, 0, 0, 0, 1),
                        new LedgerRow(Optional.of("argo"), 24, 12, 0, 5, 1, 6, 0),
                        new LedgerRow(Optional.of("synop"), 6, 0, 6, 0, 0, 0, 0));
        assertThat(store().archive().ledger(today().minusDays(1))).isEmpty();
    }

    @Test
    void the_ledger_of_a_range_has_each_day() {
        acceptMany(3);
        advance(Duration.ofDays(2));
        acceptMany(2);

        List<LedgerDay> days = store().archive().ledger(today().minusDays(5), today());

        assertThat(days).extracting(LedgerDay::day).containsExactly(today(), today().minusDays(2));
        assertThat(days).extracting(day -> day.row().received()).containsExactly(2L, 3L);
        assertThat(store().archive().ledger(today().minusDays(1), today())).hasSize(1);
    }

    @Test
    void acts_are_listed_by_who_did_what_and_when() {
        RunId run = accept("a");
        store().runs().note(run, act("note", "first")).join();
        advance(Duration.ofHours(3));
        Instant later = clock.instant();
        store().runs().hold(SOURCE, true, new Act("pause", "joe", "", later)).join();
        store().runs().discard(run, act("discard", "last")).join();

        List<AuditEntry> all = store().archive().audit(AuditFilter.ALL, Window.newest(10));

        assertThat(all)
                .extracting(entry -> entry.act().kind())
                .containsExactly("discard", "pause", "note");
        assertThat(all.get(0).run()).contains(run);
        assertThat(all.get(1).source()).contains(SOURCE);
        assertThat(kinds(audit("joe", null, null, null))).containsExactly("pause");
        assertThat(kinds(audit(null, "note", null, null))).containsExactly("note");
        assertThat(kinds(audit(null, null, run, null))).containsExactly("discard", "note");
        assertThat(kinds(audit(null, null, null, later))).containsExactly("discard", "pause");
        assertThat(
                        kinds(
                                store().archive()
                                        .audit(
                                                AuditFilter.ALL,
                                                Window.newerThan(all.get(2).number(), 1))))
                .containsExactly("pause");
        assertThat(
                        kinds(
                                store().archive()
                                        .audit(
                                                AuditFilter.ALL,
                                                Window.olderThan(all.get(1).number(), 5))))
                .containsExactly("note");
    }

    private List<AuditEntry> audit(
            @Nullable String who,
            @Nullable String kind,
            @Nullable RunId run,
            @Nullable Instant since) {
        return store().archive()
                .audit(
                        new AuditFilter(
                                Optional.ofNullable(who),
                                Optional.ofNullable(kind),
                                Optional.ofNullable(run),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.ofNullable(since),
                                Optional.empty()),
                        Window.newest(10));
    }

    private static List<String> kinds(List<AuditEntry> entries) {
        return entries.stream().map(entry -> entry.act().kind()).toList();
    }

    @Test
    void notifications_are_found_by_what_they_say_and_in_both_directions() {
        RunId run = accept("a");
        Ready first = ready("a/b/1.bufr");
        Ready second = related(ready("a/b/2.bufr"), "update");
        Ready third = related(ready("a/b/3.bufr"), "deletion");
        store().outbox().store(run, List.of(first, second, third)).join();

        var all = store().outbox().published(NotificationFilter.ALL, Window.newest(2));

        assertThat(dataIds(all)).containsExactly("a/b/3.bufr", "a/b/2.bufr");
        assertThat(all.next()).hasValue(all.notifications().getLast().number());
        long edge = all.notifications().getLast().number();
        assertThat(dataIds(published("", "", "", Window.olderThan(edge, 5))))
                .containsExactly("a/b/1.bufr");
        assertThat(dataIds(published("", "", "", Window.newerThan(edge, 5))))
                .containsExactly("a/b/3.bufr");
        Window newest = Window.newest(5);
        assertThat(dataIds(published("update", "", "", newest))).containsExactly("a/b/2.bufr");
        assertThat(dataIds(published("canonical", "", "", newest))).containsExactly("a/b/1.bufr");
        assertThat(dataIds(published("", third.topic(), "", newest))).hasSize(3);
        assertThat(dataIds(published("", "origin/a/wis2/other", "", newest))).isEmpty();
        assertThat(dataIds(published("", "", "3.bufr", newest))).containsExactly("a/b/3.bufr");
        assertThat(dataIds(published("", "", second.id(), newest))).containsExactly("a/b/2.bufr");
        assertThat(dataIds(published("", "", "b/3.bufr", newest))).isEmpty();
    }

    private Outbox.Found published(String rel, String topic, String text, Window window) {
        return store().outbox()
                .published(
                        new NotificationFilter(
                                Optional.of("argo"),
                                Optional.of(rel).filter(word -> !word.isEmpty()),
                                Optional.of(topic).filter(word -> !word.isEmpty()),
                                Optional.of(text).filter(word -> !word.isEmpty()),
                                Optional.of(clock.instant()),
                                Optional.of(clock.instant().plusSeconds(1))),
                        window);
    }

    private static Ready related(Ready ready, String rel) {
        return new Ready(
                ready.id(),
                ready.dataset(),
                ready.dataId(),
                ready.topic(),
                rel,
                ready.fingerprint(),
                ready.message(),
                ready.pubtime(),
                ready.sent());
    }

    private static List<String> dataIds(Outbox.Found found) {
        return found.notifications().stream().map(each -> each.notification().dataId()).toList();
    }

    @Test
    void notifications_are_stored_once_and_come_back_with_their_bytes() {
        RunId run = accept("a");
        List<Ready> notifications = List.of(ready("a/b/1.bufr"), ready("a/b/2.bufr"));

        store().outbox().store(run, notifications).join();

        assertThat(store().outbox().of(run)).isEqualTo(notifications);
        assertThat(store().outbox().of(new RunId(4711))).isEmpty();
        assertThatThrownBy(() -> store().outbox().store(run, List.of(ready("a/b/1.bufr"))).join())
                .isInstanceOf(CompletionException.class);
        assertThat(store().outbox().of(run)).isEqualTo(notifications);
        assertThat(found(text("2.bufr"))).containsExactly(run);
        String id = notifications.getLast().id();
        assertThat(store().outbox().find(id).orElseThrow().notification().dataId())
                .isEqualTo("a/b/2.bufr");
        assertThat(store().outbox().find(UUID.randomUUID().toString())).isEmpty();
        assertThat(store().outbox().find("no such id")).isEmpty();
    }

    @Test
    void of_runs_with_one_notification_the_acknowledged_one_is_found() {
        Ready ready = ready("a/b/1.bufr");
        RunId refused = accept("a");
        RunId sent = accept("b");
        RunId waiting = accept("c");
        for (RunId run : List.of(refused, sent, waiting)) {
            store().outbox().store(run, List.of(ready)).join();
        }

        store().outbox()
                .acknowledged(
                        sent, ready.id(), new Delivery(clock.instant(), "embedded", "SUCCESS"))
                .join();

        assertThat(store().outbox().find(ready.id()).orElseThrow().run()).isEqualTo(sent);
    }

    @Test
    void what_was_acknowledged_last_is_known_by_its_data_id() {
        Ready first = ready("a/b/1.bufr");
        Ready second = ready("a/b/1.bufr");
        RunId older = accept("a");
        RunId newer = accept("b");
        store().outbox().store(older, List.of(first)).join();
        store().outbox().store(newer, List.of(second)).join();
        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isEmpty();
        var early = new Delivery(clock.instant(), "embedded", "SUCCESS");
        advance(Duration.ofMinutes(1));
        var late = new Delivery(clock.instant(), "hub:8883", "NO_MATCHING_SUBSCRIBERS");

        store().outbox().acknowledged(newer, second.id(), late).join();
        store().outbox().acknowledged(older, first.id(), early).join();

        var last = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();
        assertThat(last.notificationId()).isEqualTo(second.id());
        assertThat(last.arrivedBy()).isEqualTo(newer);
        assertThat(last.fingerprint()).isEqualTo(second.fingerprint());
        assertThat(last.at()).isEqualTo(late.acknowledgedAt());
        assertThat(store().outbox().of(newer)).containsExactly(second.sentWith(late));
        assertThat(store().outbox().acknowledgedSince(late.acknowledgedAt()))
                .containsExactly(second.sentWith(late));
        assertThat(store().outbox().acknowledgedSince(early.acknowledgedAt()))
                .containsExactly(first.sentWith(early), second.sentWith(late));
        assertThat(store().outbox().last("synop", "a/b/1.bufr")).isEmpty();
    }

    @Test
    void what_was_sent_without_an_answer_is_known_until_it_is_acknowledged() {
        Ready first = ready("a/b/1.bufr");
        Ready second = ready("a/b/1.bufr");
        RunId older = accept("a");
        RunId newer = accept("b");
        store().outbox().store(older, List.of(first)).join();
        store().outbox().store(newer, List.of(second)).join();
        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(older, first.id(), delivery).join();

        store().outbox().unanswered(newer, second.id()).join();
        var sent = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();
        reopen();
        store().outbox().unanswered(newer, second.id()).join();
        store().expire();
        var still = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();
        store().outbox().acknowledged(newer, second.id(), delivery).join();
        var certain = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();

        assertThat(sent.notificationId()).isEqualTo(second.id());
        assertThat(sent.acknowledged()).isFalse();
        assertThat(sent.at()).isEqualTo(second.pubtime());
        assertThat(still).isEqualTo(sent);
        assertThat(certain.acknowledged()).isTrue();
        assertThat(certain.at()).isEqualTo(delivery.acknowledgedAt());
        assertRefused(
                store().outbox().unanswered(newer, UUID.randomUUID().toString()),
                "has no notification");
    }

    @Test
    void an_acknowledgement_after_a_restart_is_recorded_and_one_of_nothing_refused() {
        Ready ready = ready("a/b/1.bufr");
        RunId run = accept("a");
        store().outbox().store(run, List.of(ready)).join();
        reopen();

        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(run, ready.id(), delivery).join();

        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isPresent();
        assertRefused(
                store().outbox().acknowledged(run, UUID.randomUUID().toString(), delivery),
                "has no notification");
    }

    @Test
    void notifications_are_listed_newest_first_page_by_page() {
        RunId run = accept("a");
        List<Ready> notifications = List.of(ready("1"), ready("2"), ready("3"));
        store().outbox().store(run, notifications).join();

        var page = store().outbox().latest(Optional.of("argo"), Optional.empty(), 2);

        assertThat(page).extracting(one -> one.notification().dataId()).containsExactly("3", "2");
        assertThat(
                        store().outbox()
                                .latest(Optional.empty(), Optional.of(page.getLast().number()), 9))
                .extracting(one -> one.notification().dataId())
                .containsExactly("1");
        assertThat(store().outbox().latest(Optional.of("synop"), Optional.empty(), 2)).isEmpty();
    }

    @Test
    void retention_deletes_what_ended_long_ago_and_keeps_the_ledger() {
        List<RunId> old = acceptMany(3);
        ScriptedWorker worker =
                work(
                        new ScriptedWorker()
                                .ending(claim ->
                                        claim.run().equals(old.get(1))
                                                ? failure(claim)
                                                : ScriptedWorker.success(claim)));
        awaitCount(RunState.SUCCEEDED, 2);
        Ready ready = ready("a/b/1.bufr");
        store().outbox().store(old.getFirst(), List.of(ready)).join();
        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(old.getFirst(), ready.id(), delivery).join();
        LocalDate day = today();
        advance(Duration.ofDays(40));
        RunId young = accept("young");
        awaitCount(RunState.SUCCEEDED, 3);

        store().expire();

        assertThat(found(RunFilter.ALL)).containsExactly(young, old.get(1));
        assertThat(store().archive().run(old.getFirst())).isEmpty();
        assertThat(store().outbox().latest(Optional.empty(), Optional.empty(), 9)).isEmpty();
        assertThat(found(text("1.bufr"))).isEmpty();
        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isPresent();
        assertThat(store().archive().counts())
                .containsEntry(RunState.SUCCEEDED, 1L)
                .containsEntry(RunState.FAILED, 1L);
        assertThat(store().archive().ledger(day))
                .singleElement()
                .satisfies(row -> assertThat(row.succeeded()).isEqualTo(2));
        advance(Duration.ofDays(800));
        store().expire();
        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isEmpty();
        assertThat(found(RunFilter.ALL)).isEmpty();
        assertThat(worker.claims()).hasSize(4);
    }

    @Test
    void tables_of_a_newer_version_are_refused() throws SQLException {
        store().close();
        execute(
                "INSERT INTO flyway_schema_history (installed_rank, version, description, type,"
                        + " script, checksum, installed_by, execution_time, success)"
                        + " VALUES (99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'x', 1, true)");

        assertThatThrownBy(this::open)
                .isInstanceOf(StoreUnusable.class)
                .hasMessageContaining("newer version")
                .hasMessageContaining("99");
    }

    @Test
    void one_bad_write_does_not_fail_its_neighbours() {
        RunId run = accept("a");
        store().outbox().store(run, List.of(ready("1"))).join();

        var results = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < 50; i++) {
            results.add(store().runs().accept(arrival("event " + i)));
            if (i == 25) {
                results.add(store().outbox().store(run, List.of(ready("2"))));
            }
        }

        await().until(() -> results.stream().allMatch(CompletableFuture::isDone));
        assertThat(results.stream().filter(CompletableFuture::isCompletedExceptionally)).hasSize(1);
        assertThat(store().archive().counts()).containsEntry(RunState.WAITING, 51L);
    }

    @Test
    void an_orderly_stop_is_told_from_a_crash() throws SQLException {
        assertThat(store().openedAfterUncleanStop()).isFalse();
        assertThat(reopen().openedAfterUncleanStop()).isFalse();
        store().close();
        execute("INSERT INTO store_state (name, value) VALUES ('open', 'true')");

        assertThat(open().openedAfterUncleanStop()).isTrue();
    }

    @Test
    void the_health_of_the_store_tells_what_waits() {
        RunId run = accept("a");
        advance(Duration.ofMinutes(3));

        StoreHealth health = store().status();

        assertThat(health.writable()).isTrue();
        assertThat(health.waiting()).isEqualTo(1);
        assertThat(health.oldestDue()).contains(Duration.ofMinutes(3));
        assertThat(health.bytes()).isPositive();
        assertThat(state(run)).isEqualTo(RunState.WAITING);
    }
}
