package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.BulkAct;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Window;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.Optional;

/// How runs are found by a text in every store, though very many may have it.
abstract class TextSearchContract extends SearchContract {

    @Test
    void a_text_that_very_many_runs_may_have_is_looked_for_in_parts() throws Exception {
        RunId run = accept("one");
        work(new ScriptedWorker().ending(this::failure));
        awaitState(run, RunState.FAILED);
        RunFilter named = text("event-" + run).withStates(RunState.FAILED);
        alike(run, 5_000);

        RunArchive.Found first = store().archive().runs(named, Window.newest(10));
        assertThat(first.runs()).isEmpty();
        assertThat(first.next()).contains(new RunId(run.value() + 3_001));
        Window back = Window.olderThan(run.value() + 1_000, 10);
        assertThat(ids(store().archive().runs(named, back))).containsExactly(run);
        assertThat(store().archive().runs(named, back).next()).isEmpty();
        RunArchive.Found forward =
                store().archive().runs(named, Window.newerThan(run.value() - 1, 10));
        assertThat(ids(forward)).containsExactly(run);
        assertThat(forward.next()).contains(new RunId(run.value() + 1_999));
        assertThat(counted(named, 10)).isEqualTo(all(1));
    }

    @Test
    void what_was_not_counted_to_the_end_is_done_to_the_end() throws Exception {
        RunId run = accept("one");
        work(new ScriptedWorker().ending(this::failure));
        awaitState(run, RunState.FAILED);
        var named = new BulkAct.Selection.Matching(text("event-" + run), Optional.empty());
        alike(run, 25_000);
        var bulk = new BulkAct(store().archive(), store().runs());

        BulkAct.Matched matched = bulk.count(named, 100);

        assertThat(matched.runs()).isZero();
        assertThat(matched.more()).isTrue();
        assertThat(matched.newest()).contains(new RunId(run.value() + 5_001));
        assertThat(counted(named.filter(), 100)).isEqualTo(moreThan(0));
        BulkAct.Result looked =
                bulk.perform(BulkAct.Kind.DISCARD, act("discard", "A test."), named, 100);
        assertThat(looked.done()).isZero();
        assertThat(looked.next()).isEqualTo(matched.newest());
        BulkAct.Result result =
                bulk.perform(
                        BulkAct.Kind.DISCARD,
                        act("discard", "A test."),
                        new BulkAct.Selection.Matching(
                                named.filter(), matched.newest().map(BulkAct::behind)),
                        100);
        assertThat(result.done()).isEqualTo(1);
        assertThat(result.next()).isEmpty();
    }

    /// So many newer runs that may have the name of this one; what is behind their entries is gone.
    private void alike(RunId run, int count) throws SQLException {
        execute(
                ("WITH RECURSIVE later(run) AS (SELECT %d + 1 UNION ALL SELECT run + 1 FROM later"
                                + " WHERE run < %d + %d)"
                                + " INSERT INTO run_term (term, run) SELECT %d, run FROM later")
                        .formatted(
                                run.value(), run.value(), count, Digests.ofTerm("event-" + run)));
    }
}
