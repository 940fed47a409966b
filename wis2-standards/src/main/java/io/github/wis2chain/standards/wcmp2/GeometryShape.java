package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

/// What the schema says of a geometry: one of the seven of RFC 7946, its numbers at the right depth.
final class GeometryShape {

    private GeometryShape() {}

    static void judge(JsonTree geometry, Faults faults) {
        if (geometry.isNull() || !faults.is(geometry, JsonKind.OBJECT)) {
            return;
        }
        geometry(geometry, faults);
    }

    private static void geometry(JsonTree geometry, Faults faults) {
        String type =
                faults.required(geometry, "type", JsonKind.STRING)
                        .flatMap(JsonTree::text)
                        .orElse("");
        if (type.isEmpty() && geometry.text("type").isEmpty()) {
            return;
        }
        if (type.equals("GeometryCollection")) {
            faults.requiredMember(geometry, "geometries", "an array");
            for (JsonTree part : faults.items(geometry, "geometries", 0)) {
                if (faults.is(part, JsonKind.OBJECT)) {
                    geometry(part, faults);
                }
            }
            return;
        }
        int depth = depth(type);
        if (depth < 0) {
            faults.add(
                    geometry.member("type").orElseThrow(),
                    "found %s; null or one of the seven geometries of RFC 7946 is required"
                            .formatted(Faults.quoted(type)));
            return;
        }
        faults.required(geometry, "coordinates", JsonKind.ARRAY)
                .ifPresent(coordinates -> coordinates(coordinates, type, depth, faults));
    }

    /// How many arrays stand around a position.
    private static int depth(String type) {
        return switch (type) {
            case "Point" -> 0;
            case "MultiPoint", "LineString" -> 1;
            case "MultiLineString", "Polygon" -> 2;
            case "MultiPolygon" -> 3;
            default -> -1;
        };
    }

    private static void coordinates(JsonTree value, String type, int depth, Faults faults) {
        if (faults.isFull()) {
            return;
        }
        if (depth == 0) {
            for (JsonTree number : faults.items(value, 2)) {
                faults.is(number, JsonKind.NUMBER);
            }
            return;
        }
        for (JsonTree part : faults.items(value, depth == 1 ? fewest(type) : 0)) {
            coordinates(part, type, depth - 1, faults);
        }
    }

    /// How many positions a line or a ring must have.
    private static int fewest(String type) {
        return switch (type) {
            case "LineString", "MultiLineString" -> 2;
            case "Polygon", "MultiPolygon" -> 4;
            default -> 0;
        };
    }
}
