package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.StepFailure;

import java.util.Optional;

/// What went out before under the same `data_id`, and the order that is kept among its versions.
record Precedents(Outbox outbox) {

    /// The last notification that is, or may be, out in the world.
    ///
    /// @throws StepFailure temporary, `STORE_UNAVAILABLE`, if that cannot be read
    Optional<Outbox.LastPublished> last(String dataset, String dataId) {
        try {
            return outbox.last(dataset, dataId);
        } catch (RuntimeException unreadable) {
            throw new StepFailure(
                    Failure.temporary(
                            FailureCode.STORE_UNAVAILABLE,
                            "What was published before for %s could not be read: %s."
                                    .formatted(dataId, unreadable.getMessage())),
                    unreadable);
        }
    }

    /// Why a run may announce nothing any more under a `data_id`, if that is so: an event that came
    /// later was faster.
    static Optional<String> superseded(
            String dataId, Optional<Outbox.LastPublished> last, RunId run) {
        return last.filter(before -> before.arrivedBy().compareTo(run) > 0)
                .map(before ->
                        "Nothing to publish for %s: run %s, which came later, %s at %s."
                                .formatted(
                                        dataId,
                                        before.arrivedBy(),
                                        before.acknowledged() ? "was published" : "was sent",
                                        before.at()));
    }

    /// The name under which runs wait for each other.
    static String thing(String dataset, String dataId) {
        return dataset + " " + dataId;
    }
}
