package io.github.wis2chain.engine.run;

import java.util.ArrayList;
import java.util.List;

/// The attempts of a run so far.
///
/// @param tries temporary failures in a row, of the kind that came last (see {@link Patience}), since
///     the run began or an operator last retried it
/// @param steps every step of every attempt, oldest first; of a run with very many attempts only
///     the first and the latest are kept
public record History(int tries, List<StepRecord> steps) {

    /// Nothing happened yet.
    public static final History EMPTY = new History(0, List.of());

    private static final int KEPT = 120;

    public History {
        steps = List.copyOf(steps);
    }

    /// The number of the attempt that comes next, from 1.
    public int nextAttempt() {
        return steps.isEmpty() ? 1 : steps.getLast().attempt() + 1;
    }

    /// This history with the steps of one more attempt.
    public History and(List<StepRecord> attempt, int newTries) {
        var all = new ArrayList<>(steps);
        all.addAll(attempt);
        if (all.size() > KEPT) {
            all.subList(KEPT / 4, all.size() - KEPT * 3 / 4).clear();
        }
        return new History(newTries, all);
    }

    /// This history with the count of tries set back, as after an operator's retry.
    public History forgiven() {
        return new History(0, steps);
    }
}
