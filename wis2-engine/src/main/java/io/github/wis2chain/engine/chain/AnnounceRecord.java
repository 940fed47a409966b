package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.standards.generation.Announcement;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Builds the notification about a discovery record, unless the world has it already.
record AnnounceRecord(Precedents precedents, NotificationIds ids) {

    Drafts perform(RecordChange change, StepContext context) throws InterruptedException {
        String dataset = change.destination().name();
        Announcement announcement = change.record().announcement();
        String dataId = announcement.dataId().value();
        context.inOrderOf(Set.of(Precedents.thing(dataset, dataId)));
        Optional<Outbox.LastPublished> last = precedents.last(dataset, dataId);
        boolean withdrawn = change.intent() == Submission.Intent.WITHDRAW;
        NotificationMessage unsent = unsent(change);
        byte[] bytes = unsent.toBytes();
        Build.refuseTooLarge(dataId, bytes);
        String fingerprint =
                withdrawn
                        ? ""
                        : Fingerprint.of(
                                unsent, bytes, change.destination().topic(), context.event());
        Optional<String> nothingNew =
                Precedents.superseded(dataId, last, context.run(), ids.clock().instant())
                        .or(() -> Precedents.unchanged(dataId, last, withdrawn, fingerprint));
        if (nothingNew.isPresent()) {
            return new Drafts(change.destination(), List.of(), List.of(nothingNew.get()));
        }
        LinkRelation relation = relation(change, last, context);
        NotificationMessage message =
                (withdrawn ? withdrawal(change) : unsent)
                        .toBuilder()
                                .id(ids.ids().get())
                                .pubtime(ids.clock().instant())
                                .links(List.of(announcement.file().link(relation)))
                                .build();
        return new Drafts(
                change.destination(),
                List.of(
                        new Draft(
                                message,
                                fingerprint,
                                Payload.of(message.toBytes()),
                                new Download.NotTried())),
                List.of());
    }

    private static NotificationMessage unsent(RecordChange change) {
        return Announcement.fitting(message(change, LinkRelation.CANONICAL));
    }

    private static NotificationMessage withdrawal(RecordChange change) {
        return message(change, LinkRelation.DELETION);
    }

    private static NotificationMessage message(RecordChange change, LinkRelation relation) {
        return Unsent.of(
                        change.record()
                                .announcement()
                                .notification(relation)
                                .metadataId(change.record().metadataId()))
                .build();
    }

    /// An update or a withdrawal of what this node never announced goes out all the same: the record
    /// may have been announced by hand, or by the system before this one.
    private static LinkRelation relation(
            RecordChange change, Optional<Outbox.LastPublished> last, StepContext context) {
        LinkRelation wanted =
                switch (change.intent()) {
                    case PUBLISH -> Precedents.relation(last);
                    case UPDATE -> LinkRelation.UPDATE;
                    case WITHDRAW -> LinkRelation.DELETION;
                };
        if (wanted != LinkRelation.CANONICAL && !Precedents.isOut(last)) {
            context.remark(
                    Remarks.warning(
                            "build",
                            "/id",
                            "The record %s %s: the %s goes out as it was asked for."
                                    .formatted(
                                            change.record().metadataId(),
                                            last.isPresent()
                                                    ? "was withdrawn at " + last.get().at()
                                                    : "was never announced by this node",
                                            wanted.wireName())));
        }
        return wanted;
    }
}
