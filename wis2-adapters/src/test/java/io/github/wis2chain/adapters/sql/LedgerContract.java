package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.AuditEntry;
import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.LedgerDay;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Window;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How every store counts, and keeps who did what.
abstract class LedgerContract extends TextSearchContract {

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
}
