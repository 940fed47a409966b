package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The structure of GeoJSON geometries (RFC 7946, section 3.1): the seven kinds, how deep their
/// coordinates go, and how many make a line or a ring.
final class GeoJson {

    private static final String COLLECTION = "GeometryCollection";

    private static final int FEWEST_OF_LINE = 2;
    private static final int FEWEST_OF_RING = 4;

    /// How many arrays lie around a position.
    private static final Map<String, Integer> DEPTHS =
            Map.of(
                    "Point", 0,
                    "MultiPoint", 1,
                    "LineString", 1,
                    "MultiLineString", 2,
                    "Polygon", 2,
                    "MultiPolygon", 3);

    private GeoJson() {}

    /// What is wrong with the structure of a geometry; nothing if it is null. The first fault of each
    /// array only: a wrong grid of a thousand points is one mistake.
    static List<Fault> faults(JsonTree geometry) {
        if (geometry.isNull()) {
            return List.of();
        }
        Optional<String> type = geometry.text("type");
        if (type.filter(COLLECTION::equals).isPresent()) {
            return collectionFaults(geometry);
        }
        Optional<Integer> depth = type.map(DEPTHS::get);
        if (depth.isEmpty()) {
            return List.of(
                    Fault.at(
                            geometry,
                            "geometry %s is required"
                                    .formatted(
                                            type.map(name ->
                                                            "has the type [%s]; a kind of GeoJSON such as Point or Polygon"
                                                                    .formatted(
                                                                            Members.quoted(name)))
                                                    .orElse(
                                                            "has no type; an object with a kind of"
                                                                    + " GeoJSON such as Point or"
                                                                    + " Polygon"))));
        }
        Optional<JsonTree> coordinates = geometry.array("coordinates");
        return coordinates.isEmpty()
                ? List.of(
                        Fault.at(
                                geometry.pointer("coordinates"),
                                "coordinates are missing; an array is required"))
                : coordinateFault(coordinates.get(), depth.get(), type.orElseThrow()).stream()
                        .toList();
    }

    private static List<Fault> collectionFaults(JsonTree collection) {
        Optional<JsonTree> geometries = collection.array("geometries");
        if (geometries.isEmpty()) {
            return List.of(
                    Fault.at(
                            collection.pointer("geometries"),
                            "geometries are missing; an array is required"));
        }
        List<Fault> faults = new ArrayList<>();
        for (JsonTree geometry : geometries.get().items()) {
            if (faults.size() >= Rule.MOST_FAULTS) {
                break;
            }
            faults.addAll(
                    geometry.isNull()
                            ? List.of(
                                    Fault.at(
                                            geometry,
                                            "a geometry of a collection is null; an object is"
                                                    + " required"))
                            : faults(geometry));
        }
        return faults;
    }

    private static Optional<Fault> coordinateFault(JsonTree value, int depth, String type) {
        if (depth > 0) {
            if (!value.isArray()) {
                return Optional.of(
                        Fault.at(
                                value,
                                "coordinates have %s where an array is required"
                                        .formatted(value.kind().words())));
            }
            Optional<Fault> inside =
                    value.items().stream()
                            .flatMap(item -> coordinateFault(item, depth - 1, type).stream())
                            .findFirst();
            return inside.isPresent() || depth > 1 ? inside : sequenceFault(value, type);
        }
        List<JsonTree> numbers = value.items();
        boolean position =
                numbers.size() >= 2
                        && numbers.stream().allMatch(number -> number.number().isPresent());
        return position
                ? Optional.empty()
                : Optional.of(
                        Fault.at(
                                value,
                                "a position is not an array of at least 2 numbers; longitude and"
                                        + " latitude are required"));
    }

    /// What is wrong with positions in their order: too few of them, or a ring that is open.
    private static Optional<Fault> sequenceFault(JsonTree positions, String type) {
        return switch (type) {
            case "LineString", "MultiLineString" ->
                    tooFew(
                            positions,
                            FEWEST_OF_LINE,
                            "a line has %d positions; at least %d are required");
            case "Polygon", "MultiPolygon" ->
                    tooFew(
                                    positions,
                                    FEWEST_OF_RING,
                                    "a ring of the polygon has %d positions; at least %d are"
                                            + " required")
                            .or(() -> open(positions));
            default -> Optional.empty();
        };
    }

    private static Optional<Fault> tooFew(JsonTree positions, int fewest, String message) {
        return positions.size() < fewest
                ? Optional.of(Fault.at(positions, message.formatted(positions.size(), fewest)))
                : Optional.empty();
    }

    private static Optional<Fault> open(JsonTree ring) {
        return ring.items().getFirst().equals(ring.items().getLast())
                ? Optional.empty()
                : Optional.of(
                        Fault.at(
                                ring,
                                "a ring of the polygon is open; its last position must be the same"
                                        + " as its first"));
    }

    /// All positions of a geometry whose structure is sound, in order.
    static List<JsonTree> positions(JsonTree geometry) {
        List<JsonTree> positions = new ArrayList<>();
        if (geometry.text("type").filter(COLLECTION::equals).isPresent()) {
            geometry.each("/geometries").forEach(inner -> positions.addAll(positions(inner)));
        } else {
            geometry.array("coordinates").ifPresent(array -> collect(array, positions));
        }
        return positions;
    }

    private static void collect(JsonTree array, List<JsonTree> positions) {
        if (array.item(0).filter(first -> !first.isArray()).isPresent()) {
            positions.add(array);
        } else {
            array.items().forEach(inner -> collect(inner, positions));
        }
    }
}
