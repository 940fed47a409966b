package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;

import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Makes the typed message from a document that conforms strictly, so that nothing needs to be checked again.
final class NotificationReader {

    private NotificationReader() {}

    static Optional<NotificationMessage> read(JsonTree document) {
        return Wnm.validate(document, Profile.STRICT).conforms()
                ? Optional.of(message(document))
                : Optional.empty();
    }

    private static NotificationMessage message(JsonTree document) {
        JsonTree properties = document.object("properties").orElseThrow();
        return new NotificationMessage(
                UUID.fromString(text(document, "id").toLowerCase(Locale.ROOT)),
                document.object("geometry").map(NotificationReader::geometry),
                new DataId(text(properties, "data_id")),
                properties.text("metadata_id").filter(id -> !id.isBlank()).map(MetadataId::new),
                time(text(properties, "pubtime")),
                temporal(properties),
                properties.object("integrity").map(NotificationReader::integrity),
                properties.object("content").map(NotificationReader::content),
                document.each("/links").map(NotificationReader::link).toList(),
                properties.bool("cache"),
                properties.text("producer"),
                others(properties, NotificationMessage.PROPERTIES),
                others(document, NotificationMessage.MEMBERS));
    }

    private static Geometry geometry(JsonTree geometry) {
        List<JsonTree> coordinates = geometry.array("coordinates").orElseThrow().items();
        if (text(geometry, "type").equals("Point")) {
            return new Geometry.Point(position(coordinates));
        }
        return new Geometry.Polygon(
                coordinates.stream()
                        .map(ring -> ring.items().stream().map(p -> position(p.items())).toList())
                        .toList());
    }

    private static Position position(List<JsonTree> numbers) {
        return new Position(
                numbers.get(0).number().orElseThrow(),
                numbers.get(1).number().orElseThrow(),
                numbers.size() > 2 ? numbers.get(2).number() : Optional.empty());
    }

    private static Temporal temporal(JsonTree properties) {
        if (properties.has("datetime")) {
            return properties
                    .text("datetime")
                    .<Temporal>map(text -> new Temporal.At(time(text)))
                    .orElseGet(Temporal.Unknown::new);
        }
        return new Temporal.Between(
                time(text(properties, "start_datetime")), time(text(properties, "end_datetime")));
    }

    private static Instant time(String text) {
        return switch (DateTime.read(text)) {
            case DateTime.Moment moment -> moment.instant();
            case DateTime.Malformed malformed ->
                    throw new IllegalStateException(
                            "[%s] %s, though it was validated".formatted(text, malformed.reason()));
        };
    }

    private static Integrity integrity(JsonTree integrity) {
        return new Integrity(
                IntegrityMethod.named(text(integrity, "method")).orElseThrow(),
                text(integrity, "value"));
    }

    private static Content content(JsonTree content) {
        return new Content(
                ContentEncoding.named(text(content, "encoding")).orElseThrow(),
                content.integer("size").orElseThrow().intValueExact(),
                text(content, "value"));
    }

    private static Link link(JsonTree link) {
        return new Link(
                URI.create(text(link, "href")),
                text(link, "rel"),
                link.text("type"),
                // No data are longer than a long counts, so a greater number tells nothing.
                link.integer("length")
                        .filter(length -> length.bitLength() < Long.SIZE)
                        .map(BigInteger::longValueExact),
                others(link, Link.MEMBERS));
    }

    private static Map<String, JsonTree> others(JsonTree object, Set<String> known) {
        Map<String, JsonTree> others = new LinkedHashMap<>();
        for (JsonTree member : object.members()) {
            if (!known.contains(member.name())) {
                others.put(member.name(), member);
            }
        }
        return others;
    }

    private static String text(JsonTree object, String name) {
        return object.text(name).orElseThrow();
    }
}
