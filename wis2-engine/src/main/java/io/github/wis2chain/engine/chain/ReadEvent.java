package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;

/// Reads what came in, whatever it is, and finds where it belongs. It only reads, so it may be
/// repeated.
final class ReadEvent implements Step<Event, Announceable> {

    private final ReadFileEvent files;
    private final ReadRecord records;
    private final ReadNotification notifications;

    ReadEvent(Datasets datasets, Outbox outbox) {
        files = new ReadFileEvent(datasets);
        records = new ReadRecord(datasets.byHand());
        notifications = new ReadNotification(new Addressing(datasets, new Precedents(outbox)));
    }

    @Override
    public Announceable perform(Event received, StepContext context) {
        refuseOversized(received);
        var submission = Submission.of(received.origin()).orElse(null);
        return switch (submission) {
            case Submission.OfRecord record -> records.perform(received, record, context);
            case Submission.OfNotification notification ->
                    notifications.perform(received, notification, context);
            case null -> files.perform(received, context);
        };
    }

    private static void refuseOversized(Event received) {
        String whole = received.origin().properties().get(Origin.WHOLE_SIZE);
        if (whole != null) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.EVENT_TOO_LARGE,
                            "The event had %s bytes; only its first %d were kept."
                                    .formatted(whole, received.payload().size())));
        }
    }
}
