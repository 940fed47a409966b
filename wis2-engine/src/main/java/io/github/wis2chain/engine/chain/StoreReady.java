package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

/// Stores ids, publication times and exact bytes before anything is sent, so that whatever is sent
/// again later is the same message. Not repeated: a run that is taken up again finds its result.
final class StoreReady implements Step<Drafts, Announcements> {

    private final Outbox outbox;

    StoreReady(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Announcements perform(Drafts drafts, StepContext context) throws InterruptedException {
        List<Ready> ready =
                drafts.toSend().stream().map(draft -> ready(drafts.destination(), draft)).toList();
        if (!ready.isEmpty()) {
            try {
                outbox.store(context.run(), ready).get();
            } catch (ExecutionException failed) {
                throw new StepFailure(
                        Failure.temporary(
                                FailureCode.STORE_UNAVAILABLE,
                                "The notifications could not be stored: %s."
                                        .formatted(Causes.of(failed).getMessage())),
                        Causes.of(failed));
            }
        }
        return new Announcements(ready, drafts.unchanged(), false);
    }

    private static Ready ready(Destination destination, Draft draft) {
        return new Ready(
                draft.message().id().toString(),
                destination.name(),
                draft.message().dataId().value(),
                destination.topic().value(),
                draft.message().relation().wireName(),
                draft.fingerprint(),
                draft.bytes(),
                draft.message().pubtime(),
                Optional.empty());
    }

    /// Finds what an earlier attempt has stored.
    ///
    /// @throws StepFailure temporary, `STORE_UNAVAILABLE`, if that cannot be read
    static Optional<Announcements> stored(Outbox outbox, RunId run) {
        List<Ready> ready = read(outbox, run);
        return ready.isEmpty()
                ? Optional.empty()
                : Optional.of(new Announcements(ready, List.of(), true));
    }

    private static List<Ready> read(Outbox outbox, RunId run) {
        try {
            return outbox.of(run);
        } catch (RuntimeException unreadable) {
            throw new StepFailure(
                    Failure.temporary(
                            FailureCode.STORE_UNAVAILABLE,
                            "The notifications that were stored could not be read: %s."
                                    .formatted(unreadable.getMessage())),
                    unreadable);
        }
    }
}
