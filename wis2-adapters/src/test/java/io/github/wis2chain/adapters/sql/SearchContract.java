package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.BulkAct;
import io.github.wis2chain.engine.run.CauseGroup;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Window;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How runs are found in every store, one by one, by what failed them, and many at once.
abstract class SearchContract extends RepairContract {

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

    static List<RunId> ids(RunArchive.Found found) {
        return found.runs().stream().map(RunSummary::id).toList();
    }

    @Test
    void runs_are_counted_no_further_than_asked() {
        List<RunId> runs = acceptMany(7);

        assertThat(counted(RunFilter.ALL, 100)).isEqualTo(all(7));
        assertThat(counted(RunFilter.ALL, 7)).isEqualTo(all(7));
        assertThat(counted(RunFilter.ALL, 3)).isEqualTo(moreThan(3));
        assertThat(counted(filter(Set.of(RunState.WAITING)), 100)).isEqualTo(all(7));
        assertThat(counted(filter(Set.of(RunState.WAITING)), 4)).isEqualTo(moreThan(4));
        assertThat(counted(filter(Set.of(RunState.FAILED)), 4)).isEqualTo(all(0));
        assertThat(counted(text("nothing"), 4)).isEqualTo(all(0));
        Optional<RunId> third = Optional.of(runs.get(2));
        assertThat(store().archive().count(RunFilter.ALL, third, 100)).isEqualTo(all(2));
        assertThat(store().archive().count(filter(Set.of(RunState.WAITING)), third, 100))
                .isEqualTo(all(2));
        RunFilter named = text(runs.get(2).toString());
        assertThat(store().archive().count(named, third, 100)).isEqualTo(all(0));
        assertThat(counted(named, 100)).isEqualTo(all(1));
    }

    RunArchive.Counted counted(RunFilter filter, int atMost) {
        return store().archive().count(filter, atMost);
    }

    static RunArchive.Counted all(long runs) {
        return new RunArchive.Counted(runs, false);
    }

    static RunArchive.Counted moreThan(long runs) {
        return new RunArchive.Counted(runs, true);
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

    @Test
    void the_sample_of_a_group_is_one_that_needs_an_operator() {
        List<RunId> runs = acceptMany(4);
        work(
                new ScriptedWorker()
                        .ending(claim ->
                                runs.indexOf(claim.run()) < 2 ? given(claim) : later(claim)));
        awaitCount(RunState.FAILED, 2);
        awaitCount(RunState.RUNNING, 0);

        List<CauseGroup> groups = store().archive().causes();

        assertThat(groups).hasSize(1);
        assertThat(groups.getFirst().failed()).isEqualTo(2);
        assertThat(groups.getFirst().waiting()).isEqualTo(2);
        assertThat(groups.getFirst().sample().id()).isEqualTo(runs.get(1));
        store().runs().discard(runs.get(0), act("discard", "x")).join();
        store().runs().discard(runs.get(1), act("discard", "x")).join();
        assertThat(store().archive().causes().getFirst().sample().id()).isEqualTo(runs.get(3));
    }

    /// Fails for good for what lets others wait.
    private Outcome given(Claim claim) {
        return new Outcome.Failed(
                "publish",
                DOWN,
                ScriptedWorker.attempt(claim, 1),
                ScriptedWorker.labels("argo", claim.run()));
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
}
