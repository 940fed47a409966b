package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/// What every store lets people do to runs.
abstract class RepairContract extends HoldContract {

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
    void what_is_published_by_hand_is_kept_with_its_act_and_held_like_any_other() {
        store().runs().hold(SOURCE, true, act("pause", "")).join();
        Receipt receipt = store().runs().accept(arrival("a"), act("publish", "A record")).join();
        work(new ScriptedWorker());

        assertThat(detail(receipt.run()).acts()).extracting(Act::text).containsExactly("A record");
        assertThat(detail(receipt.run()).summary().state()).isEqualTo(RunState.WAITING);
        store().runs().hold(SOURCE, false, act("resume", "")).join();
        awaitState(receipt.run(), RunState.SUCCEEDED);
        assertThat(detail(receipt.run()).event().payload()).isEqualTo(arrival("a").payload());
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
    void a_discarded_run_tells_the_step_that_it_had_come_to() {
        RunId run = accept("a");
        work(new ScriptedWorker().ending(this::failure));
        awaitState(run, RunState.FAILED);
        Optional<String> step = detail(run).summary().step();

        store().runs().discard(run, act("discard", "A test file.")).join();

        assertThat(step).isPresent();
        assertThat(detail(run).summary().step()).isEqualTo(step);
        assertThat(detail(run).summary().cause()).isEmpty();
        assertThat(store().archive().causes()).isEmpty();
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
}
