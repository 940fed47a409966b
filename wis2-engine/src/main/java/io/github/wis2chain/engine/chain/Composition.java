package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.generation.AnnouncedFile;
import io.github.wis2chain.standards.generation.Announcement;
import io.github.wis2chain.standards.stac.NotificationGeometry;
import io.github.wis2chain.standards.stac.StacAsset;
import io.github.wis2chain.standards.wnm.Content;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.MetadataId;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.List;
import java.util.Optional;

/// Puts a notification together from an event, the dataset's configuration and what was measured.
///
/// @param place where the data are from, worked out once for all assets of the event
record Composition(
        FileEvent file,
        Optional<Geometry> place,
        StacAsset asset,
        String dataId,
        Measuring.Measured measured) {

    /// The notification without what its sending gives it. Data that would make it too large are
    /// left out.
    ///
    /// @throws StepFailure if the event holds what no notification can carry
    NotificationMessage unsent(StepContext context) {
        Announcing announcing = file.dataset().announcing();
        try {
            NotificationBuilder builder =
                    Unsent.of(
                            new Announcement(
                                            new DataId(dataId),
                                            place,
                                            Announcement.temporal(file.item().time()),
                                            announced(content(context)))
                                    .notification(LinkRelation.CANONICAL));
            announcing.metadataId().map(MetadataId::new).ifPresent(builder::metadataId);
            announcing.options().cache().ifPresent(builder::cache);
            announcing.options().producer().ifPresent(builder::producer);
            announcing.options().properties().forEach(builder::extraProperty);
            return small(builder.build(), context);
        } catch (IllegalArgumentException impossible) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.EVENT_INVALID,
                            "%s: no notification can be built from it: %s."
                                    .formatted(asset.members().pointer(), impossible.getMessage())),
                    impossible);
        }
    }

    /// Data that make the message too large are left out.
    private NotificationMessage small(NotificationMessage message, StepContext context) {
        NotificationMessage fitting = Announcement.fitting(message);
        if (fitting.content().equals(message.content())) {
            return message;
        }
        context.remark(
                Remarks.info(
                        "build",
                        asset.members().pointer(),
                        "With the data in it the notification would have more than the %d bytes that are allowed: only the link is given."
                                .formatted(Wnm.MAX_MESSAGE_BYTES)));
        return fitting;
    }

    /// The notification as it is sent now, with a new id and the present time.
    NotificationMessage sent(
            NotificationMessage unsent, LinkRelation relation, NotificationIds ids) {
        return unsent.toBuilder()
                .id(ids.ids().get())
                .pubtime(ids.clock().instant())
                .links(List.of(announced(Optional.empty()).link(relation)))
                .build();
    }

    private AnnouncedFile announced(Optional<Content> content) {
        return new AnnouncedFile(
                Hrefs.absolute(asset),
                asset.type(),
                measured.length(),
                measured.integrity(),
                content);
    }

    /// What a notification says of the place of an event.
    ///
    /// @throws StepFailure if no notification can carry it
    static Optional<Geometry> place(FileEvent file) {
        return switch (NotificationGeometry.of(file.item().geometry())) {
            case NotificationGeometry.Legal(Optional<Geometry> place) -> place;
            case NotificationGeometry.Illegal illegal -> {
                Fault first = illegal.faults().getFirst();
                throw new StepFailure(
                        Failure.permanent(
                                FailureCode.EVENT_INVALID,
                                "%s: %s.".formatted(first.pointer(), first.message())));
            }
        };
    }

    private Optional<Content> content(StepContext context) {
        Optional<Content> content = measured.body().flatMap(body -> Content.inline(body.bytes()));
        if (measured.body().isPresent() && content.isEmpty()) {
            context.remark(
                    Remarks.info(
                            "build",
                            asset.members().pointer(),
                            "The data do not fit into the notification and are not put into it."));
        }
        return content;
    }
}
