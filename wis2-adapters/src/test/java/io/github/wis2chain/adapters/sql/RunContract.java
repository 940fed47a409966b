package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.StepRecord;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/// How every store takes events in and hands runs out.
abstract class RunContract extends RequestContract {

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
}
