package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wnm.Geometry;
import io.github.wis2chain.standards.wnm.Position;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// What a notification says of the place of an item: WNM allows a point, a polygon or null, STAC every
/// kind of GeoJSON geometry (WNM 1.3, `/req/core/geometry`, part B).
///
/// - Null stays null; a Point and a Polygon stay as they are, heights and holes included.
/// - Every other kind becomes the rectangle around all its positions, without heights; a Point when the
///   rectangle has no extent, a thin but closed ring when it has extent in one direction only.
/// - A geometry without any position, such as an empty collection, becomes null.
///
/// The rectangle was chosen over a refusal, because a subscriber who selects by area must not miss
/// data; it may cover more than the data do. It never crosses the antimeridian: positions on both
/// sides give a rectangle around the whole parallel, which still holds them all.
public sealed interface NotificationGeometry {

    /// A place that a notification can carry.
    ///
    /// @param geometry empty for null: unknown
    record Legal(Optional<Geometry> geometry) implements NotificationGeometry {}

    /// A geometry from which none can be made.
    ///
    /// @param faults what is wrong with it, at least one
    record Illegal(List<Fault> faults) implements NotificationGeometry {

        public Illegal {
            faults = List.copyOf(faults);
        }
    }

    /// The place that a notification says, from the geometry of an item. It never throws.
    static NotificationGeometry of(JsonTree geometry) {
        List<Fault> structure = GeoJson.faults(geometry);
        if (!structure.isEmpty()) {
            return new Illegal(structure);
        }
        List<Fault> outside =
                GeoJson.positions(geometry).stream()
                        .flatMap(position -> outside(position).stream())
                        .limit(1)
                        .toList();
        if (!outside.isEmpty()) {
            return new Illegal(outside);
        }
        return switch (geometry.text("type").orElse("null")) {
            case "null" -> new Legal(Optional.empty());
            case "Point" ->
                    new Legal(
                            Optional.of(
                                    new Geometry.Point(
                                            position(
                                                    geometry.array("coordinates").orElseThrow()))));
            case "Polygon" -> polygon(geometry);
            default -> new Legal(around(GeoJson.positions(geometry)));
        };
    }

    private static NotificationGeometry polygon(JsonTree geometry) {
        List<List<Position>> rings = new ArrayList<>();
        for (JsonTree ring : geometry.each("/coordinates").toList()) {
            rings.add(ring.items().stream().map(NotificationGeometry::position).toList());
        }
        return rings.isEmpty()
                ? illegal(geometry, "the polygon has no ring; at least one is required")
                : new Legal(Optional.of(new Geometry.Polygon(rings)));
    }

    private static Optional<Geometry> around(List<JsonTree> positions) {
        if (positions.isEmpty()) {
            return Optional.empty();
        }
        List<BigDecimal> longitudes = positions.stream().map(place -> axis(place, 0)).toList();
        List<BigDecimal> latitudes = positions.stream().map(place -> axis(place, 1)).toList();
        BigDecimal west = Collections.min(longitudes);
        BigDecimal east = Collections.max(longitudes);
        BigDecimal south = Collections.min(latitudes);
        BigDecimal north = Collections.max(latitudes);
        Position southWest = flat(west, south);
        if (west.compareTo(east) == 0 && south.compareTo(north) == 0) {
            return Optional.of(new Geometry.Point(southWest));
        }
        return Optional.of(
                new Geometry.Polygon(
                        List.of(
                                List.of(
                                        southWest,
                                        flat(east, south),
                                        flat(east, north),
                                        flat(west, north),
                                        southWest))));
    }

    private static Optional<Fault> outside(JsonTree position) {
        if (axis(position, 0).abs().compareTo(BigDecimal.valueOf(180)) > 0) {
            return Optional.of(
                    Fault.at(
                            position.pointer() + "/0",
                            "the longitude %s is outside -180 to 180 degrees"
                                    .formatted(Members.quoted(axis(position, 0).toString()))));
        }
        if (axis(position, 1).abs().compareTo(BigDecimal.valueOf(90)) > 0) {
            return Optional.of(
                    Fault.at(
                            position.pointer() + "/1",
                            "the latitude %s is outside -90 to 90 degrees"
                                    .formatted(Members.quoted(axis(position, 1).toString()))));
        }
        return Optional.empty();
    }

    private static NotificationGeometry illegal(JsonTree at, String message) {
        return new Illegal(List.of(Fault.at(at, message)));
    }

    /// The position of an array of numbers; numbers after the height have no meaning (RFC 7946, 3.1.1).
    private static Position position(JsonTree array) {
        return new Position(
                axis(array, 0), axis(array, 1), array.item(2).flatMap(JsonTree::number));
    }

    private static Position flat(BigDecimal longitude, BigDecimal latitude) {
        return new Position(longitude, latitude, Optional.empty());
    }

    private static BigDecimal axis(JsonTree position, int index) {
        return position.item(index).flatMap(JsonTree::number).orElseThrow();
    }
}
