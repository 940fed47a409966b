package io.github.wis2chain.standards.generation;

import io.github.wis2chain.standards.stac.ItemTime;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.NotificationMessage;
import io.github.wis2chain.standards.wnm.Temporal;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.Optional;

/// What is announced by one notification, whatever it was learnt from.
///
/// @param place where the data are from; empty when unknown
/// @param temporal the time that the data describe
public record Announcement(
        DataId dataId, Optional<Geometry> place, Temporal temporal, AnnouncedFile file) {

    /// The time of a STAC item as a notification says it.
    public static Temporal temporal(ItemTime time) {
        return switch (time) {
            case ItemTime.At at -> new Temporal.At(at.instant());
            case ItemTime.Between between -> new Temporal.Between(between.start(), between.end());
        };
    }

    /// A notification that lacks its id and its pubtime. One of a withdrawal has neither digest nor data.
    ///
    /// @throws IllegalArgumentException if no link can have the file's URL
    public NotificationBuilder notification(LinkRelation relation) {
        NotificationBuilder builder =
                NotificationMessage.builder()
                        .dataId(dataId)
                        .geometry(place)
                        .temporal(temporal)
                        .link(file.link(relation));
        if (relation != LinkRelation.DELETION) {
            builder.content(file.content());
            file.integrity().ifPresent(builder::integrity);
        }
        return builder;
    }

    /// The same message, without the data where they make it larger than a message may be
    /// (`/req/core/message_size`), as the text counts or as the official validator does.
    public static NotificationMessage fitting(NotificationMessage message) {
        return message.content().isEmpty() || Wnm.isOfFittingSize(message)
                ? message
                : message.toBuilder().content(Optional.empty()).build();
    }
}
