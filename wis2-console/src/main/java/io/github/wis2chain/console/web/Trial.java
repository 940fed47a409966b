package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Node;
import io.github.wis2chain.engine.chain.AnnouncedData;
import io.github.wis2chain.engine.chain.CheckedEvent;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What would become of an event: everything but the sending.
///
/// @param conforms nothing in the event, nor in the data as far as they were looked at, would fail it
/// @param complete the data behind the links were looked at too
/// @param document the event laid out, with its findings at their places
record Trial(
        boolean conforms,
        boolean complete,
        MarkedDocument document,
        List<DocumentView> notifications) {

    /// Faults and warnings; the rest is folded away.
    List<MarkedDocument.Note> grave() {
        return document.notes().stream().filter(MarkedDocument.Note::isGrave).toList();
    }

    List<MarkedDocument.Note> light() {
        return document.notes().stream().filter(note -> !note.isGrave()).toList();
    }

    private static final String VERIFY = "verify-data";

    /// Tries these bytes in the place of an event's.
    ///
    /// @param links fetch the data too, if nothing else is wrong
    static Trial of(Node node, Event event, Payload text, boolean links)
            throws InterruptedException {
        CheckedEvent checked = node.check().check(event.source(), text, event.origin());
        List<Remark> remarks = new ArrayList<>(checked.findings());
        boolean look = links && checked.conforms();
        if (look) {
            for (Payload notification : checked.notifications()) {
                fetch(node.links(), notification).ifPresent(remarks::add);
            }
        }
        return new Trial(
                remarks.stream().noneMatch(remark -> remark.level() == Remark.Level.FAULT),
                look,
                MarkedDocument.of(DocumentView.of(text.text()), remarks),
                checked.notifications().stream()
                        .map(each -> DocumentView.of(each.text()))
                        .toList());
    }

    private static Optional<Remark> fetch(LinkVerifier verifier, Payload notification)
            throws InterruptedException {
        Optional<NotificationMessage> message =
                Wnm.read(notification.bytes(), Profile.STRICT)
                        .document()
                        .flatMap(NotificationMessage::read);
        if (message.isEmpty() || message.get().relation() == LinkRelation.DELETION) {
            return Optional.empty();
        }
        return Optional.of(compare(verifier, AnnouncedData.of(message.get())));
    }

    private static Remark compare(LinkVerifier verifier, AnnouncedData data)
            throws InterruptedException {
        try {
            return remark(Remark.Level.INFO, data.compare(verifier.fetch(data.request(false))));
        } catch (StepFailure failure) {
            return remark(Remark.Level.FAULT, failure.failure().text());
        }
    }

    private static Remark remark(Remark.Level level, String text) {
        return new Remark(level, VERIFY, "", text, Optional.empty());
    }
}
