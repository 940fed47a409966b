package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.List;

/// Reads a notification that is ready to be sent, judges it by the strict rules of WNM, and finds
/// where it goes.
record ReadNotification(Addressing addressing) {

    ReadyMade perform(Event received, Submission.OfNotification asked, StepContext context) {
        byte[] bytes = received.payload().bytes();
        asked.topic()
                .ifPresent(topic ->
                        context.label(
                                context.labels().withDataset(addressing.others(topic).name())));
        NotificationMessage message = message(bytes, context);
        context.label(
                context.labels()
                        .withEventName(message.id().toString())
                        .withDataId(message.dataId().value()));
        Destination destination = addressing.of(message, asked.topic());
        context.label(context.labels().withDataset(destination.name()));
        pass(onTopic(message, destination.topic()), context);
        return new ReadyMade(message, received.payload(), destination);
    }

    /// Always strict, whatever the checks say: what does not conform has no meaning that could be
    /// compared with what went out before.
    private static NotificationMessage message(byte[] bytes, StepContext context) {
        pass(Wnm.validate(bytes, Profile.STRICT), context);
        return Wnm.read(bytes, Profile.STRICT)
                .document()
                .flatMap(NotificationMessage::read)
                .orElseThrow(() ->
                        new IllegalStateException(
                                "a notification conforms as bytes and not as a document"));
    }

    /// What the message alone cannot tell: that it withdraws a discovery record, which it must then name.
    private static Report onTopic(NotificationMessage message, Topic topic) {
        boolean nameless =
                topic.isForMetadata()
                        && message.relation() == LinkRelation.DELETION
                        && message.metadataId().isEmpty();
        return new Report(
                Profile.STRICT,
                nameless
                        ? List.of(
                                Finding.failed(
                                        Wnm.requirement("links").parts("H"),
                                        "/properties/metadata_id",
                                        "metadata_id is absent or blank; the deletion of a"
                                                + " discovery record must name it"))
                        : List.of());
    }

    private static void pass(Report report, StepContext context) {
        Remarks.pass(report, context);
        if (!report.conforms()) {
            throw new StepFailure(
                    Failure.permanent(
                                    FailureCode.NOTIFICATION_INVALID,
                                    "The notification does not conform to WNM: %s"
                                            .formatted(Remarks.faults(report)))
                            .blaming(Remarks.culprit(report)));
        }
    }
}
