package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.List;

/// Turns a notification into JSON: `conformsTo` and no `version`, times in UTC with `Z`, members in one fixed order.
final class NotificationWriter {

    private NotificationWriter() {}

    static ObjectNode write(NotificationMessage message) {
        ObjectNode json = JsonWriter.object();
        json.put("id", message.id().toString());
        json.putArray("conformsTo").add(Wnm.CONFORMANCE_CLASS);
        json.put("type", "Feature");
        message.geometry()
                .ifPresentOrElse(
                        geometry -> write(geometry, json.putObject("geometry")),
                        () -> json.putNull("geometry"));
        properties(message, json.putObject("properties"));
        ArrayNode links = json.putArray("links");
        message.links().forEach(link -> write(link, links.addObject()));
        message.extra().forEach((name, value) -> json.set(name, value.node()));
        return json;
    }

    private static void properties(NotificationMessage message, ObjectNode to) {
        to.put("data_id", message.dataId().value());
        message.metadataId().ifPresent(id -> to.put("metadata_id", id.value()));
        to.put("pubtime", time(message.pubtime()));
        switch (message.temporal()) {
            case Temporal.At at -> to.put("datetime", time(at.instant()));
            case Temporal.Between between -> {
                to.put("start_datetime", time(between.start()));
                to.put("end_datetime", time(between.end()));
            }
            case Temporal.Unknown _ -> to.putNull("datetime");
        }
        message.producer().ifPresent(producer -> to.put("producer", producer));
        message.cache().ifPresent(cache -> to.put("cache", cache));
        message.integrity()
                .ifPresent(integrity ->
                        to.putObject("integrity")
                                .put("method", integrity.method().wireName())
                                .put("value", integrity.value()));
        message.content()
                .ifPresent(content ->
                        to.putObject("content")
                                .put("encoding", content.encoding().wireName())
                                .put("size", content.size())
                                .put("value", content.value()));
        message.extraProperties().forEach((name, value) -> to.set(name, value.node()));
    }

    private static void write(Link link, ObjectNode to) {
        to.put("href", link.href().toString());
        to.put("rel", link.rel());
        link.type().ifPresent(type -> to.put("type", type));
        link.length().ifPresent(length -> to.put("length", length));
        link.extra().forEach((name, value) -> to.set(name, value.node()));
    }

    private static void write(Geometry geometry, ObjectNode to) {
        switch (geometry) {
            case Geometry.Point point -> {
                to.put("type", "Point");
                write(point.position(), to.putArray("coordinates"));
            }
            case Geometry.Polygon polygon -> {
                to.put("type", "Polygon");
                ArrayNode rings = to.putArray("coordinates");
                for (List<Position> ring : polygon.rings()) {
                    ArrayNode positions = rings.addArray();
                    ring.forEach(position -> write(position, positions.addArray()));
                }
            }
        }
    }

    private static void write(Position position, ArrayNode to) {
        to.add(position.longitude()).add(position.latitude());
        position.height().ifPresent(to::add);
    }

    /// `YYYY-MM-DDThh:mm:ss`, a fraction of 3, 6 or 9 digits if there is any, `Z`.
    private static String time(Instant instant) {
        return instant.toString();
    }
}
