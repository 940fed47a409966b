package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.SourceName;

import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Writes what operators do. Each act is refused, before anything is written, where the state of the
/// run does not allow it.
final class ActEntries {

    private static final String STATE =
            "UPDATE run SET state = ?, step = NULL, cause = NULL, culprit = NULL, updated_at = ?"
                    + " WHERE id = ?";

    /// The step stays: it is where the run had come to.
    private static final String DISCARDED =
            "UPDATE run SET state = ?, cause = NULL, culprit = NULL, updated_at = ? WHERE id = ?";

    private static final String BODY = "UPDATE history SET body = ? WHERE run = ?";

    private static final String NEW_BODY =
            "INSERT INTO history (body, run) VALUES (?, ?)"
                    + " ON CONFLICT (run) DO UPDATE SET body = excluded.body";

    /// A claim that came in between has changed `picked`: then nothing is found.
    private static final String TAKE_FROM_QUEUE =
            "DELETE FROM scheduled_tasks WHERE task_name = 'run' AND task_instance = ? AND picked ="
                    + " false";

    private static final String LET_GO =
            "UPDATE scheduled_tasks SET execution_time = ? WHERE source = ? AND execution_time = ?";

    /// From the few that are held, not from all the runs of the dataset.
    private static final String LET_DATASET_GO =
            "UPDATE scheduled_tasks SET execution_time = ? WHERE picked = false"
                    + " AND execution_time = ? AND EXISTS (SELECT 1 FROM run"
                    + " WHERE run.id = scheduled_tasks.run AND run.dataset = ?)";

    /// What is held is not to be hastened.
    private static final String HASTEN =
            "UPDATE scheduled_tasks SET execution_time = ? WHERE picked = false"
                    + " AND execution_time > ? AND execution_time < ?"
                    + " AND run IN (SELECT id FROM run WHERE cause = ? AND state = 0)";

    private final Ids ids;
    private final Press press;
    private final RunRows rows;
    private final EventEntries events;

    ActEntries(Ids ids, Press press, EventEntries events) {
        this.ids = ids;
        this.press = press;
        this.rows = new RunRows(press);
        this.events = events;
    }

    Receipt submit(WriteEvent document, Act act, Commit commit) throws SQLException {
        Receipt.Accepted receipt = events.submission(document, commit);
        write(receipt.run(), act, commit);
        return receipt;
    }

    boolean retry(RunId id, Act act, Commit commit) throws SQLException {
        RunRows.Stored run = existing(id, commit);
        RunState state = run.summary().state();
        boolean waitsForNextTry = state == RunState.WAITING && run.body().failure().isPresent();
        if (state != RunState.FAILED && !waitsForNextTry) {
            throw refused(run, "retried");
        }
        takeFromQueue(run, "retried", commit);
        commit.execute(STATE, StoredState.WAITING.code(), commit.now(), id.value());
        commit.execute(BODY, run.body().forgiven().packed(press), id.value());
        Jobs.insert(commit, id, commit.now(), run.summary().source().value());
        move(run, StoredState.WAITING, commit);
        write(id, act, commit);
        return true;
    }

    RunId revise(RunId id, WriteEvent corrected, Act act, Commit commit) throws SQLException {
        RunRows.Stored run = existing(id, commit);
        RunState state = run.summary().state();
        if (state == RunState.RUNNING) {
            throw refused(run, "edited");
        }
        if (state == RunState.WAITING) {
            takeFromQueue(run, "edited", commit);
        }
        RunId child = events.revision(corrected, id, commit);
        if (state == RunState.WAITING || state == RunState.FAILED) {
            end(run, "Replaced by run %s.".formatted(child), commit);
        }
        write(id, act, commit);
        return child;
    }

    boolean discard(RunId id, Act act, Commit commit) throws SQLException {
        RunRows.Stored run = existing(id, commit);
        RunState state = run.summary().state();
        if (state != RunState.WAITING && state != RunState.FAILED) {
            throw refused(run, "discarded");
        }
        takeFromQueue(run, "discarded", commit);
        end(run, act.text(), commit);
        write(id, act, commit);
        return true;
    }

    boolean note(RunId id, Act act, Commit commit) throws SQLException {
        existing(id, commit);
        write(id, act, commit);
        return true;
    }

    boolean hasten(Set<String> causes, Commit commit) throws SQLException {
        for (String cause : causes) {
            commit.execute(HASTEN, commit.now(), commit.now(), Jobs.HELD, cause);
        }
        return true;
    }

    boolean hold(SourceName source, boolean held, Act act, Commit commit) throws SQLException {
        if (held) {
            commit.execute(
                    "INSERT INTO held_source (source) VALUES (?) ON CONFLICT DO NOTHING",
                    source.value());
        } else {
            commit.execute("DELETE FROM held_source WHERE source = ?", source.value());
            commit.execute(LET_GO, commit.now(), source.value(), Jobs.HELD);
        }
        write("source", source.value(), act, commit);
        return true;
    }

    boolean holdDataset(String dataset, boolean held, Act act, Commit commit) throws SQLException {
        if (held) {
            commit.execute(
                    "INSERT INTO held_dataset (dataset) VALUES (?) ON CONFLICT DO NOTHING",
                    dataset);
        } else {
            commit.execute("DELETE FROM held_dataset WHERE dataset = ?", dataset);
            commit.execute(LET_DATASET_GO, commit.now(), Jobs.HELD_WITH_DATASET, dataset);
        }
        write("dataset", dataset, act, commit);
        return true;
    }

    private RunRows.Stored existing(RunId id, Commit commit) throws SQLException {
        return rows.one(commit.connection(), id)
                .orElseThrow(() -> new IllegalStateException("there is no run [%s]".formatted(id)));
    }

    private static IllegalStateException refused(RunRows.Stored run, String what) {
        RunSummary summary = run.summary();
        return new IllegalStateException(
                "run [%s] is %s and cannot be %s"
                        .formatted(
                                summary.id(),
                                summary.state().name().toLowerCase(Locale.ROOT),
                                what));
    }

    private static void takeFromQueue(RunRows.Stored run, String what, Commit commit)
            throws SQLException {
        int taken = commit.execute(TAKE_FROM_QUEUE, run.summary().id().toString());
        if (run.summary().state() == RunState.WAITING && taken == 0) {
            throw refused(run, what);
        }
    }

    private void end(RunRows.Stored run, String summary, Commit commit) throws SQLException {
        long id = run.summary().id().value();
        RunBody body =
                new RunBody(summary, run.body().labels(), Optional.empty(), run.body().history());
        commit.execute(DISCARDED, StoredState.DISCARDED.code(), commit.now(), id);
        commit.execute(NEW_BODY, body.packed(press), id);
        move(run, StoredState.DISCARDED, commit);
    }

    private static void move(RunRows.Stored run, StoredState to, Commit commit) {
        StoredState from =
                run.summary().state() == RunState.FAILED ? StoredState.FAILED : StoredState.WAITING;
        var dataset = run.body().labels().dataset();
        commit.tally()
                .moved(
                        run.summary().id(),
                        run.summary().source().value(),
                        new Tally.Place(from, dataset),
                        new Tally.Place(to, dataset));
    }

    private void write(RunId run, Act act, Commit commit) throws SQLException {
        write("run", run.value(), act, commit);
    }

    /// @param column that of what it was done to
    private void write(String column, Object to, Act act, Commit commit) throws SQLException {
        commit.execute(
                "INSERT INTO act (id, %s, kind, who, text, at, remote) VALUES (?, ?, ?, ?, ?, ?, ?)"
                        .formatted(column),
                ids.number(),
                to,
                act.kind(),
                act.who(),
                act.text(),
                act.at().toEpochMilli(),
                act.from());
    }
}
