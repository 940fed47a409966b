package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.Wnm;

/// Makes notifications of whatever is to be announced, as far as it brings something new.
///
/// Repeated, it makes other ids and a later pubtime; nothing of an earlier attempt was sent, because
/// what goes out is stored by a later step.
final class Build implements Step<Announceable, Drafts> {

    private final AnnounceFiles files;
    private final AnnounceRecord records;
    private final AnnounceReadyMade readyMade;

    Build(Outbox outbox, LinkVerifier verifier, NotificationIds ids) {
        var precedents = new Precedents(outbox);
        files = new AnnounceFiles(precedents, verifier, ids);
        records = new AnnounceRecord(precedents, ids);
        readyMade = new AnnounceReadyMade(precedents, ids.clock());
    }

    @Override
    public Drafts perform(Announceable what, StepContext context)
            throws InterruptedException, StepBusy {
        return switch (what) {
            case FileEvent file -> files.perform(file, context);
            case RecordChange record -> records.perform(record, context);
            case ReadyMade notification -> readyMade.perform(notification, context);
        };
    }

    /// Whatever the checks say: Global Brokers drop what is too large, so that it would count as
    /// published and reach nobody. At once, before a large geometry is put into a hundred messages.
    static void refuseTooLarge(String dataId, byte[] message) {
        if (message.length > Wnm.MAX_MESSAGE_BYTES) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.NOTIFICATION_INVALID,
                            "The notification for %s would have %d bytes; at most %d are allowed (/req/core/message_size)."
                                    .formatted(dataId, message.length, Wnm.MAX_MESSAGE_BYTES)));
        }
    }
}
