package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.util.Optional;

/// Runs that fail for the same reason: what mends one mends all.
///
/// @param failed how many need an operator
/// @param waiting how many will be tried again by themselves
/// @param since when the oldest of them came in
/// @param latest when one of them failed last
/// @param sample the newest of them that failed, or that waits where none has failed; its sentence
///     says what is wrong
/// @param remedy what to do about it, one sentence
public record CauseGroup(
        Key key,
        long failed,
        long waiting,
        Instant since,
        Instant latest,
        RunSummary sample,
        String remedy) {

    /// What runs of a group have in common.
    ///
    /// @param dataset empty where no dataset was found
    /// @param culprit see {@link Failure#culprit()}
    public record Key(
            Optional<String> dataset,
            SourceName source,
            String step,
            String cause,
            Optional<String> culprit) {

        /// The runs of the group, those that wait included.
        public RunFilter filter() {
            return RunFilter.ALL
                    .withStates(RunState.FAILED, RunState.WAITING)
                    .withSource(source)
                    .withStep(step)
                    .withCause(cause)
                    .withDataset(dataset.orElse(RunFilter.NONE))
                    .withCulprit(culprit.orElse(RunFilter.NONE));
        }
    }
}
