package io.github.wis2chain.app.cli.standards;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.generation.Announcement;
import io.github.wis2chain.standards.generation.DataIdTemplate;
import io.github.wis2chain.standards.generation.DataIdValues;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.LinkRelation;
import io.github.wis2chain.standards.wnm.MetadataId;
import io.github.wis2chain.standards.wnm.NotificationBuilder;
import io.github.wis2chain.standards.wnm.Temporal;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.Optional;

/// What the person who builds notifications said of all of them.
///
/// @param dataId how the `data_id` of a file is made
/// @param time in place of what the input says
/// @param place in place of what the input says
/// @param inline put small data into the notification
/// @param cache false asks Global Caches not to keep the data
record Recipe(
        LinkRelation relation,
        Optional<Topic> topic,
        DataIdTemplate dataId,
        Optional<MetadataId> metadataId,
        Optional<Temporal> time,
        Optional<Geometry> place,
        boolean inline,
        boolean cache,
        Optional<String> producer) {

    /// The `data_id` of a file.
    ///
    /// @param pointer to the file in the input
    DataId dataId(DataIdValues values, String pointer) throws CannotBuild {
        try {
            return new DataId(dataId.fill(values));
        } catch (DataIdTemplate.MissingValue missing) {
            throw new CannotBuild(
                    Finding.failed(
                            Wnm.requirement("data_id"),
                            pointer,
                            String.valueOf(missing.getMessage())),
                    missing);
        }
    }

    /// The notification of an announcement, without id and pubtime.
    ///
    /// @param pointer to what is announced in the input
    NotificationBuilder notification(Announcement announcement, String pointer) throws CannotBuild {
        var file = inline ? announcement.file() : announcement.file().withoutContent();
        try {
            NotificationBuilder builder =
                    new Announcement(
                                    announcement.dataId(),
                                    place.or(announcement::place),
                                    time.orElse(announcement.temporal()),
                                    file)
                            .notification(relation);
            metadataId.ifPresent(builder::metadataId);
            producer.ifPresent(builder::producer);
            if (!cache) {
                builder.cache(false);
            }
            return builder;
        } catch (IllegalArgumentException impossible) {
            throw new CannotBuild(
                    Finding.failed(
                            Wnm.requirement("links").parts("D"),
                            pointer,
                            String.valueOf(impossible.getMessage())),
                    impossible);
        }
    }
}
