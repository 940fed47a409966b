package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes a notification that somebody else has made as it is, unless it went out already.
record AnnounceReadyMade(Precedents precedents, InstantSource clock) {

    Drafts perform(ReadyMade given, StepContext context) throws InterruptedException {
        NotificationMessage message = given.message();
        Destination destination = given.destination();
        String dataId = message.dataId().value();
        String id = message.id().toString();
        context.inOrderOf(
                Set.of(
                        Precedents.thing(destination.name(), dataId),
                        Precedents.thing("notification", id)));
        Optional<Outbox.LastPublished> last = precedents.last(destination.name(), dataId);
        Optional<String> nothingNew =
                known(given, context)
                        .or(() ->
                                Precedents.superseded(
                                        dataId, last, context.run(), clock.instant()));
        if (nothingNew.isPresent()) {
            return new Drafts(destination, List.of(), List.of(nothingNew.get()));
        }
        doubt(message, last, context);
        NotificationMessage unsent = Unsent.of(message);
        String fingerprint =
                message.relation() == LinkRelation.DELETION
                        ? ""
                        : Fingerprint.of(
                                unsent, unsent.toBytes(), destination.topic(), context.event());
        return new Drafts(
                destination,
                List.of(new Draft(message, fingerprint, given.bytes(), new Download.NotTried())),
                List.of());
    }

    /// Why the notification need not go out, if a broker has it for certain.
    ///
    /// An id that was stored with other bytes is refused even if nothing shows that those were sent:
    /// a process may have died between sending and noting it, and Global Brokers keep only the first
    /// message of an id.
    private Optional<String> known(ReadyMade given, StepContext context) {
        String id = given.message().id().toString();
        Optional<Outbox.Published> before = precedents.withId(id);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Ready stored = before.get().notification();
        if (!stored.message().equals(given.bytes())
                || !stored.topic().equals(given.destination().topic().value())) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.NOTIFICATION_ID_TAKEN,
                            "/id: run %s has the id %s for another notification, for %s on %s; Global Brokers drop the second one of an id."
                                    .formatted(
                                            before.get().run(),
                                            id,
                                            stored.dataId(),
                                            stored.topic())));
        }
        return stored.sent()
                .filter(_ -> !before.get().run().equals(context.run()))
                .map(delivery ->
                        "Nothing to publish: run %s published this notification at %s."
                                .formatted(before.get().run(), delivery.acknowledgedAt()));
    }

    /// Says what looks like a slip; the notification goes out as it was made.
    private static void doubt(
            NotificationMessage message, Optional<Outbox.LastPublished> last, StepContext context) {
        LinkRelation relation = message.relation();
        boolean isOut = Precedents.isOut(last);
        if (relation == LinkRelation.CANONICAL && isOut) {
            remark(
                    "The relation is canonical, though %s was announced at %s: Global Caches drop it as known; an update is announced by the relation update."
                            .formatted(message.dataId(), last.orElseThrow().at()),
                    context);
        } else if (relation != LinkRelation.CANONICAL && !isOut) {
            remark(
                    "The relation is %s, though this node knows of no earlier announcement of %s."
                            .formatted(relation.wireName(), message.dataId()),
                    context);
        }
    }

    private static void remark(String text, StepContext context) {
        context.remark(Remarks.warning("build", "/links", text));
    }
}
