package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;

import java.util.Optional;

/// The outcome of an attempt, to be written if the claim still holds.
///
/// It is settled with whether the claim held: if not, another process has taken the run over, and
/// nothing is written.
final class WriteOutcome extends Write<Boolean> {

    private final Claimed claimed;
    private final Tally.Place before;
    private final Outcome outcome;
    private final byte[] body;

    WriteOutcome(Claimed claimed, Optional<String> datasetBefore, Outcome outcome, Press press) {
        this.claimed = claimed;
        this.before = new Tally.Place(StoredState.WAITING, datasetBefore);
        this.outcome = outcome;
        this.body = RunBody.of(outcome).packed(press);
    }

    Claimed claimed() {
        return claimed;
    }

    Tally.Place before() {
        return before;
    }

    Tally.Place after() {
        StoredState state =
                switch (outcome) {
                    case Outcome.Succeeded _ -> StoredState.SUCCEEDED;
                    case Outcome.Unchanged _ -> StoredState.UNCHANGED;
                    case Outcome.Failed _ -> StoredState.FAILED;
                    case Outcome.Held _, Outcome.Yielded _, Outcome.Later _ -> StoredState.WAITING;
                };
        return new Tally.Place(state, outcome.labels().dataset());
    }

    Outcome outcome() {
        return outcome;
    }

    Optional<String> step() {
        return switch (outcome) {
            case Outcome.Succeeded _, Outcome.Unchanged _, Outcome.Held _, Outcome.Yielded _ ->
                    Optional.empty();
            case Outcome.Failed failed -> Optional.of(failed.step());
            case Outcome.Later later -> Optional.of(later.step());
        };
    }

    Optional<Failure> failure() {
        return switch (outcome) {
            case Outcome.Succeeded _, Outcome.Unchanged _, Outcome.Held _, Outcome.Yielded _ ->
                    Optional.empty();
            case Outcome.Failed failed -> Optional.of(failed.failure());
            case Outcome.Later later -> Optional.of(later.failure());
        };
    }

    byte[] body() {
        return body;
    }

    @Override
    boolean mustSucceed() {
        return true;
    }
}
