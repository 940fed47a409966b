package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Node;
import io.github.wis2chain.engine.chain.AnnouncedData;
import io.github.wis2chain.engine.chain.CheckedEvent;
import io.github.wis2chain.engine.chain.LinkVerifier;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.StepBusy;
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
/// @param data whether the data behind the links were looked at too
/// @param document the event laid out, with its findings at their places
record Trial(
        boolean conforms, Data data, MarkedDocument document, List<DocumentView> notifications) {

    /// Whether data were looked at.
    enum Data {
        /// All of them.
        LOOKED_AT,
        /// It was not asked for, or something else is wrong.
        LEFT_ALONE,
        /// Not all of them: a server is busy with others.
        NOT_NOW
    }

    /// Nothing was left out.
    boolean complete() {
        return data == Data.LOOKED_AT;
    }

    /// A server was busy.
    boolean notNow() {
        return data == Data.NOT_NOW;
    }

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
        Data data = Data.LEFT_ALONE;
        if (links && checked.conforms()) {
            data = look(node.links(), checked.notifications(), remarks);
        }
        return new Trial(
                remarks.stream().noneMatch(remark -> remark.level() == Remark.Level.FAULT),
                data,
                MarkedDocument.of(DocumentView.of(text.text()), remarks),
                checked.notifications().stream()
                        .map(each -> DocumentView.of(each.text()))
                        .toList());
    }

    private static Data look(
            LinkVerifier verifier, List<Payload> notifications, List<Remark> remarks)
            throws InterruptedException {
        try {
            for (Payload notification : notifications) {
                fetch(verifier, notification).ifPresent(remarks::add);
            }
            return Data.LOOKED_AT;
        } catch (StepBusy busy) {
            remarks.add(notNow(VERIFY, busy));
            return Data.NOT_NOW;
        }
    }

    /// Nothing is wrong with what was not looked at.
    static Remark notNow(String rule, StepBusy busy) {
        return new Remark(
                Remark.Level.WARNING,
                rule,
                "",
                "The data were not looked at now, the data server is busy with others: %s Try again in a moment."
                        .formatted(busy.text()),
                Optional.empty());
    }

    private static Optional<Remark> fetch(LinkVerifier verifier, Payload notification)
            throws InterruptedException, StepBusy {
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
            throws InterruptedException, StepBusy {
        try {
            return remark(
                    Remark.Level.INFO, data.compare(verifier.fetch(data.request(false), false)));
        } catch (StepFailure failure) {
            return remark(Remark.Level.FAULT, failure.failure().text());
        }
    }

    private static Remark remark(Remark.Level level, String text) {
        return new Remark(level, VERIFY, "", text, Optional.empty());
    }
}
