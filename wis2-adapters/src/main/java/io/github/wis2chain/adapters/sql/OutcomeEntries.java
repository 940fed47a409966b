package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Writes outcomes and releases claims in one transaction, where the claim still holds: its version
/// is in the condition of the first statement, and what that does not find is not written.
final class OutcomeEntries {

    private static final Logger log = LoggerFactory.getLogger(OutcomeEntries.class);

    private static final String END =
            "DELETE FROM scheduled_tasks WHERE task_name = 'run' AND task_instance = ? AND version"
                    + " = ?";

    private static final String POSTPONE =
            "UPDATE scheduled_tasks SET execution_time = ?, picked = false, picked_by = NULL,"
                    + " last_heartbeat = NULL, version = version + 1"
                    + " WHERE task_name = 'run' AND task_instance = ? AND version = ?";

    private static final String RUN =
            "UPDATE run SET state = ?, dataset = ?, step = ?, cause = ?, culprit = ?,"
                    + " attempts = ?, updated_at = ? WHERE id = ?";

    private static final String HISTORY =
            "INSERT INTO history (run, body) VALUES (?, ?)"
                    + " ON CONFLICT (run) DO UPDATE SET body = excluded.body";

    private final Dialect dialect;

    OutcomeEntries(Dialect dialect) {
        this.dialect = dialect;
    }

    void apply(List<WriteOutcome> writes, Commit commit) throws SQLException {
        // In the order of runs the history grows at its end, where a tree is cheapest to extend.
        var sorted = new ArrayList<>(writes);
        sorted.sort(Comparator.comparing(write -> write.claimed().run()));
        List<WriteOutcome> held = released(sorted, commit);
        PreparedStatement runs = commit.statement(RUN);
        PreparedStatement histories = commit.statement(HISTORY);
        var terms = new Terms(commit);
        for (WriteOutcome write : held) {
            RunId run = write.claimed().run();
            Outcome outcome = write.outcome();
            runs.setInt(1, write.after().state().code());
            text(runs, 2, outcome.labels().dataset());
            text(runs, 3, write.step());
            text(runs, 4, write.failure().map(Failure::code));
            text(runs, 5, write.failure().flatMap(Failure::culprit));
            runs.setInt(6, outcome.history().nextAttempt() - 1);
            runs.setLong(7, commit.now());
            runs.setLong(8, run.value());
            runs.addBatch();
            histories.setLong(1, run.value());
            histories.setBytes(2, write.body());
            histories.addBatch();
            terms.add(run, Digests.ofLabels(outcome.labels()));
            commit.tally().moved(run, write.claimed().source(), write.before(), write.after());
        }
        runs.executeBatch();
        histories.executeBatch();
        terms.execute();
    }

    /// Ends or postpones the jobs; returns the writes whose claim held.
    private List<WriteOutcome> released(List<WriteOutcome> writes, Commit commit)
            throws SQLException {
        Set<String> paused =
                writes.stream().anyMatch(write -> write.outcome() instanceof Outcome.Held)
                        ? HeldDatasets.untilTheEnd(commit, dialect)
                        : Set.of();
        var ending = new ArrayList<WriteOutcome>();
        var postponed = new ArrayList<WriteOutcome>();
        PreparedStatement end = commit.statement(END);
        PreparedStatement postpone = commit.statement(POSTPONE);
        for (WriteOutcome write : writes) {
            Claimed claimed = write.claimed();
            OptionalLong dueAt = dueAt(write.outcome(), paused, commit);
            if (dueAt.isPresent()) {
                postpone.setLong(1, dueAt.getAsLong());
                postpone.setString(2, claimed.run().toString());
                postpone.setLong(3, claimed.version());
                postpone.addBatch();
                postponed.add(write);
            } else {
                end.setString(1, claimed.run().toString());
                end.setLong(2, claimed.version());
                end.addBatch();
                ending.add(write);
            }
        }
        var held = new ArrayList<WriteOutcome>(writes.size());
        settle(ending, end.executeBatch(), held);
        settle(postponed, postpone.executeBatch(), held);
        return held;
    }

    /// When the run goes on, if it does so by itself.
    private static OptionalLong dueAt(Outcome outcome, Set<String> paused, Commit commit) {
        return switch (outcome) {
            case Outcome.Succeeded _, Outcome.Unchanged _, Outcome.Failed _ -> OptionalLong.empty();
            case Outcome.Later later -> OptionalLong.of(later.at().toEpochMilli());
            case Outcome.Yielded later -> OptionalLong.of(later.at().toEpochMilli());
            case Outcome.Held held ->
                    OptionalLong.of(
                            paused.contains(held.dataset())
                                    ? Jobs.HELD_WITH_DATASET
                                    : commit.now());
        };
    }

    private static void settle(List<WriteOutcome> writes, int[] changed, List<WriteOutcome> held) {
        for (int i = 0; i < writes.size(); i++) {
            WriteOutcome write = writes.get(i);
            boolean holds = changed[i] > 0;
            write.settle(holds);
            if (holds) {
                held.add(write);
            } else {
                log.warn(
                        "Run {} was taken over by another process while this one worked on it; its"
                                + " outcome here was not written.",
                        write.claimed().run());
            }
        }
    }

    private static void text(PreparedStatement statement, int index, Optional<String> value)
            throws SQLException {
        if (value.isPresent()) {
            statement.setString(index, value.get());
        } else {
            statement.setNull(index, Types.VARCHAR);
        }
    }
}
