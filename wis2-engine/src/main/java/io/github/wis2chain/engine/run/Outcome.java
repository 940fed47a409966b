package io.github.wis2chain.engine.run;

import java.time.Instant;

/// How an attempt of a run ended, to be written in one commit with the release of its claim.
public sealed interface Outcome {

    History history();

    Labels labels();

    /// Everything went out.
    record Succeeded(String summary, History history, Labels labels) implements Outcome {}

    /// There was nothing new to announce.
    record Unchanged(String summary, History history, Labels labels) implements Outcome {}

    /// The run waits for an operator.
    record Failed(String step, Failure failure, History history, Labels labels)
            implements Outcome {}

    /// The run waits until its dataset, which was paused when it was claimed, is resumed. The attempt
    /// does not count: whoever writes this down looks whether the dataset is paused still, and if not
    /// the run is due at once.
    record Held(String dataset, History history, Labels labels) implements Outcome {

        /// Why it waits.
        public String summary() {
            return waitsFor(dataset);
        }

        /// Why a run of this dataset waits while it is paused.
        public static String waitsFor(String dataset) {
            return "Dataset %s is paused; the run goes on when it is resumed.".formatted(dataset);
        }
    }

    /// The run gave its place to others and goes on at this time. The attempt does not count.
    ///
    /// @param summary what it waits for
    record Yielded(Instant at, String summary, History history, Labels labels) implements Outcome {}

    /// The run will be tried again by itself at this time.
    record Later(Instant at, String step, Failure failure, History history, Labels labels)
            implements Outcome {}
}
