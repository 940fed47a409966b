package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The structure of GeoJSON geometries (RFC 7946, section 3.1): the seven kinds and how deep their
/// coordinates go.
final class GeoJson {

    private static final String COLLECTION = "GeometryCollection";

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
                : coordinateFault(coordinates.get(), depth.get()).stream().toList();
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

    private static Optional<Fault> coordinateFault(JsonTree value, int depth) {
        if (depth > 0) {
            if (!value.isArray()) {
                return Optional.of(
                        Fault.at(
                                value,
                                "coordinates have %s where an array is required"
                                        .formatted(value.kind().words())));
            }
            return value.items().stream()
                    .flatMap(item -> coordinateFault(item, depth - 1).stream())
                    .findFirst();
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
