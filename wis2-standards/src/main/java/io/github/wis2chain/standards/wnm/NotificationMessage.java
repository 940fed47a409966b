package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// A WIS2 Notification Message of release 1.3, valid under 1.1 to the 1.4 draft as well when it has a `metadata_id`.
///
/// It has more components than house style allows, because they are the members that the standard lists; it is made
/// by [#builder()] or [#read(JsonTree)].
///
/// @param id made once by the originator, unchanged for the life of the message
/// @param geometry where the data are from; empty when unknown
/// @param dataId what identifies the data inside the dataset
/// @param metadataId the discovery record of the dataset
/// @param pubtime when this notification was made, years 0 to 9999
/// @param temporal the time that the data describe
/// @param integrity the digest of the data
/// @param content the data themselves, when small
/// @param links exactly one of them primary
/// @param cache whether Global Caches should keep the data; the standard takes absence for true
/// @param producer on whose behalf the data are published
/// @param extraProperties further members of `properties`, in their order
/// @param extra further members of the message, in their order
public record NotificationMessage(
        UUID id,
        Optional<Geometry> geometry,
        DataId dataId,
        Optional<MetadataId> metadataId,
        Instant pubtime,
        Temporal temporal,
        Optional<Integrity> integrity,
        Optional<Content> content,
        List<Link> links,
        Optional<Boolean> cache,
        Optional<String> producer,
        Map<String, JsonTree> extraProperties,
        Map<String, JsonTree> extra) {

    static final Set<String> MEMBERS =
            Set.of("id", "conformsTo", "version", "type", "geometry", "properties", "links");
    static final Set<String> PROPERTIES =
            Set.of(
                    "data_id",
                    "metadata_id",
                    "pubtime",
                    "datetime",
                    "start_datetime",
                    "end_datetime",
                    "integrity",
                    "content",
                    "cache",
                    "producer");

    public NotificationMessage {
        links = List.copyOf(links);
        long primary = links.stream().filter(link -> link.relation().isPresent()).count();
        if (primary != 1) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "links with rel canonical, update or deletion [%d] must be exactly one",
                            primary));
        }
        extraProperties = copy(extraProperties, PROPERTIES);
        extra = copy(extra, MEMBERS);
    }

    /// A message to be filled.
    public static NotificationBuilder builder() {
        return new NotificationBuilder();
    }

    /// The message in a document, if the document conforms strictly.
    ///
    /// Unknown members of the message, its properties and its links are kept; those inside geometry, integrity and
    /// content are not.
    public static Optional<NotificationMessage> read(JsonTree document) {
        return NotificationReader.read(document);
    }

    /// What is announced.
    public LinkRelation relation() {
        return primaryLink().relation().orElseThrow();
    }

    /// The one link to what is announced.
    public Link primaryLink() {
        return links.stream().filter(link -> link.relation().isPresent()).findFirst().orElseThrow();
    }

    /// A builder that starts with everything in this message.
    public NotificationBuilder toBuilder() {
        return new NotificationBuilder(this);
    }

    /// The message as a document.
    public JsonTree toJson() {
        return JsonTree.of(NotificationWriter.write(this));
    }

    /// The message as compact UTF-8 JSON, as it goes onto the wire. The same message always gives the same bytes.
    public byte[] toBytes() {
        return JsonWriter.compact(NotificationWriter.write(this));
    }

    /// The message as a document.
    JsonTree toDocument() {
        return JsonTree.of(NotificationWriter.write(this));
    }

    private static Map<String, JsonTree> copy(Map<String, JsonTree> extra, Set<String> known) {
        if (!Collections.disjoint(extra.keySet(), known)) {
            throw new IllegalArgumentException(
                    "extra members %s must not be among %s".formatted(extra.keySet(), known));
        }
        // Map.copyOf would lose the order.
        return Collections.unmodifiableMap(new LinkedHashMap<>(extra));
    }
}
