package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/// What every store does, whatever database it is on: here what concerns it as a whole.
abstract class StoreContract extends RetentionContract {

    private static final Duration FAR = Duration.ofDays(5_000);

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
    void runs_after_a_restart_with_the_clock_behind_are_still_the_later_ones() {
        RunId before = acceptMany(20).getLast();
        Ready old = ready("a/b/1.bufr");
        publish(before, old);
        advance(Duration.ofHours(-6));

        reopen();
        RunId after = accept("new version");
        Ready fresh = ready("a/b/1.bufr");
        publish(after, fresh);

        assertThat(after).isGreaterThan(before);
        assertThat(store().outbox().last("argo", "a/b/1.bufr").orElseThrow().notificationId())
                .isEqualTo(fresh.id());
    }

    @Test
    void ids_go_on_behind_those_of_runs_that_retention_has_deleted() {
        work(new ScriptedWorker());
        RunId before = acceptMany(20).getLast();
        awaitCount(RunState.SUCCEEDED, 20);
        advance(Duration.ofDays(40));
        store().expire();
        assertThat(found(RunFilter.ALL)).isEmpty();
        advance(Duration.ofDays(-40).minusHours(6));

        reopen();

        assertThat(accept("a")).isGreaterThan(before);
    }

    @Test
    void ids_of_a_future_that_a_wrong_clock_has_seen_are_not_followed() {
        RunId before = accept("before");
        publish(before, ready("a/b/1.bufr"));
        advance(FAR);
        Ready wrong = ready("a/b/1.bufr");
        RunId future = accept("while the clock was wrong");
        publish(future, wrong);
        advance(FAR.negated().minusHours(6));

        reopen();
        RunId after = accept("new version");
        Ready fresh = ready("a/b/1.bufr");
        publish(after, fresh);

        assertThat(after).isGreaterThan(before).isLessThan(future);
        assertThat(Ids.madeAt(after.value())).isBefore(clock.instant().plus(Duration.ofDays(1)));
        assertThat(last().notificationId()).isEqualTo(fresh.id());
        acknowledge(before, store().outbox().of(before).getFirst());
        assertThat(last().arrivedBy()).isEqualTo(after);
    }

    @Test
    void ids_of_the_future_are_not_followed_when_retention_has_deleted_them_either() {
        work(new ScriptedWorker());
        advance(FAR);
        RunId future = accept("while the clock was wrong");
        awaitState(future, RunState.SUCCEEDED);
        advance(Duration.ofDays(40));
        store().expire();
        assertThat(found(RunFilter.ALL)).isEmpty();
        advance(FAR.negated().minusDays(40));

        reopen();
        work(new ScriptedWorker());
        RunId before = accept("a");
        awaitState(before, RunState.SUCCEEDED);
        assertThat(Ids.madeAt(before.value())).isEqualTo(clock.instant());
        advance(Duration.ofDays(40));
        store().expire();
        advance(Duration.ofDays(-40).minusHours(6));
        reopen();

        assertThat(accept("b")).isGreaterThan(before).isLessThan(future);
    }

    private Outbox.LastPublished last() {
        return store().outbox().last("argo", "a/b/1.bufr").orElseThrow();
    }

    @Test
    void a_run_is_kept_from_when_it_ended_and_not_from_when_it_came_in() {
        RunId retried = accept("retried");
        RunId discarded = accept("discarded");
        RunId edited = accept("edited");
        var broken = new AtomicBoolean(true);
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                broken.get() ? failure(claim) : ScriptedWorker.success(claim)));
        awaitCount(RunState.FAILED, 3);
        advance(Duration.ofDays(200));
        broken.set(false);
        store().runs().retry(retried, act("retry", "")).join();
        store().runs().discard(discarded, act("discard", "A test.")).join();
        RunId child = store().runs().revise(edited, arrival("better"), act("edit", "")).join();
        awaitState(retried, RunState.SUCCEEDED);
        awaitState(child, RunState.SUCCEEDED);

        store().expire();
        advance(Duration.ofDays(29));
        store().expire();
        assertThat(found(RunFilter.ALL))
                .containsExactlyInAnyOrder(retried, discarded, edited, child);

        advance(Duration.ofDays(2));
        store().expire();
        assertThat(found(RunFilter.ALL)).isEmpty();
    }

    @Test
    void retention_goes_on_behind_what_it_has_to_keep() {
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                claim.event().payload().text().endsWith("7")
                                        ? failure(claim)
                                        : ScriptedWorker.success(claim)));
        acceptMany(2_500);
        awaitCount(RunState.SUCCEEDED, 2_250);
        advance(Duration.ofDays(40));

        store().expire();

        assertThat(store().archive().counts()).containsEntry(RunState.FAILED, 250L);
        assertThat(store().archive().counts().getOrDefault(RunState.SUCCEEDED, 0L)).isZero();
    }

    @Test
    void what_was_published_long_ago_is_forgotten_and_the_rest_is_not() {
        for (int i = 0; i < 3; i++) {
            publish(accept("event " + i), ready("a/b/%d.bufr".formatted(i)));
        }
        advance(Duration.ofDays(400));
        publish(accept("young"), ready("a/b/young.bufr"));
        advance(Duration.ofDays(400));

        store().expire();

        assertThat(store().outbox().last("argo", "a/b/2.bufr")).isEmpty();
        assertThat(store().outbox().last("argo", "a/b/young.bufr")).isPresent();
    }

    private void publish(RunId run, Ready ready) {
        store().outbox().store(run, List.of(ready)).join();
        acknowledge(run, ready);
    }

    private void acknowledge(RunId run, Ready ready) {
        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(run, ready.id(), delivery).join();
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
