package io.github.wis2chain.standards.generation;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.stac.NotificationGeometry;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.Content;
import io.github.wis2chain.standards.wnm.DataId;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;
import io.github.wis2chain.standards.wnm.MetadataId;
import io.github.wis2chain.standards.wnm.Temporal;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/// The announcement of a discovery record (WCMP2 2.3, publishing to the catalogues).
///
/// @param topic `origin/a/wis2/{centre-id}/metadata`, whose centre is that of the record's identifier
/// @param metadataId the record's identifier
/// @param announcement its `data_id` is `{centre-id}/metadata/{identifier}`, so that it stays the same for the life of
///     the record; its time is when the record was changed last
public record RecordAnnouncement(Topic topic, MetadataId metadataId, Announcement announcement) {

    /// The media type of discovery records.
    public static final String MEDIA_TYPE = "application/geo+json";

    /// Announces a record.
    ///
    /// @param record the record, which need not conform
    /// @param bytes the record as it is served
    /// @param href where it is served
    /// @throws IllegalArgumentException if its `id` is not of the form `urn:wmo:md:{centre-id}:{local identifier}`
    public static RecordAnnouncement of(JsonTree record, byte[] bytes, URI href) {
        String id =
                record.text("id")
                        .filter(text -> !text.isBlank())
                        .orElseThrow(() -> new IllegalArgumentException("the record has no id"));
        var metadataId = new MetadataId(id);
        String centre =
                metadataId
                        .centreId()
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "the record's id [%s] must have the form urn:wmo:md:{centre-id}:{local identifier}"
                                                .formatted(id)));
        var file =
                new AnnouncedFile(
                        href,
                        Optional.of(MEDIA_TYPE),
                        Optional.of((long) bytes.length),
                        Optional.of(Integrity.ofData(IntegrityMethod.SHA512, bytes)),
                        Content.inline(bytes));
        return new RecordAnnouncement(
                Topic.parse("origin/a/wis2/%s/metadata".formatted(centre)),
                metadataId,
                new Announcement(
                        new DataId("%s/metadata/%s".formatted(centre, id)),
                        place(record),
                        changed(record),
                        file));
    }

    /// The place of the record if a notification can say it, else unknown.
    private static Optional<Geometry> place(JsonTree record) {
        return record.member("geometry")
                .flatMap(geometry ->
                        switch (NotificationGeometry.of(geometry)) {
                            case NotificationGeometry.Legal(Optional<Geometry> place) -> place;
                            case NotificationGeometry.Illegal _ -> Optional.empty();
                        });
    }

    private static Temporal changed(JsonTree record) {
        return Stream.of("/properties/updated", "/properties/created")
                .flatMap(pointer -> record.at(pointer).flatMap(JsonTree::text).stream())
                .map(DateTime::read)
                .flatMap(time ->
                        time instanceof DateTime.Moment moment
                                ? Stream.<Temporal>of(new Temporal.At(moment.instant()))
                                : Stream.empty())
                .findFirst()
                .orElseGet(Temporal.Unknown::new);
    }
}
