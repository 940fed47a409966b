package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.run.AuditEntry;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.Window;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// How every store lets runs wait: for a source, for a dataset, for a cause to pass.
abstract class HoldContract extends RunContract {

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
        assertThat(detail(run).summary().summary()).contains("argo is paused");
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

    @Test
    void a_run_that_gave_its_place_to_others_comes_back_with_nothing_counted() {
        RunId run = accept("a");
        Instant at = clock.instant().plusSeconds(30);
        var busy = new AtomicBoolean(true);
        ScriptedWorker worker =
                work(
                        new ScriptedWorker()
                                .ending(claim ->
                                        busy.getAndSet(false)
                                                ? new Outcome.Yielded(
                                                        at,
                                                        "All are taken.",
                                                        claim.history(),
                                                        ScriptedWorker.labels("argo", claim.run()))
                                                : ScriptedWorker.success(claim)));
        await().until(() -> detail(run).summary().dueAt().equals(Optional.of(at)));
        assertThat(state(run)).isEqualTo(RunState.WAITING);
        assertThat(detail(run).summary().attempts()).isZero();
        assertThat(detail(run).summary().cause()).isEmpty();
        assertThat(detail(run).summary().summary()).isEqualTo("All are taken.");

        advance(Duration.ofSeconds(31));

        awaitState(run, RunState.SUCCEEDED);
        assertThat(worker.claims()).hasSize(2);
        assertThat(detail(run).summary().attempts()).isEqualTo(1);
        assertThat(store().archive().ledger(today())).allMatch(LedgerRow::balances);
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
}
