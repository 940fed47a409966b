package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.json.JsonTree;

/// The geometries that have their shape and yet make the library of the official validator, shapely 2, give up.
final class ReferenceGeometry {

    private ReferenceGeometry() {}

    /// Whether a line or ring mixes positions with and without height, or a MultiPolygon has an empty polygon beside
    /// one that is not.
    ///
    /// @param geometry of the shape that the schema asks for
    static boolean aborts(JsonTree geometry) {
        return switch (geometry.text("type").orElse("")) {
            case "LineString" -> isMixed(geometry.member("coordinates").orElseThrow());
            case "MultiLineString", "Polygon" ->
                    anyMixed(geometry.member("coordinates").orElseThrow());
            case "MultiPolygon" -> {
                var polygons = geometry.each("/coordinates").toList();
                boolean allEmpty = polygons.stream().allMatch(polygon -> polygon.size() == 0);
                yield !allEmpty
                        && polygons.stream()
                                .anyMatch(polygon -> polygon.size() == 0 || anyMixed(polygon));
            }
            case "GeometryCollection" ->
                    geometry.each("/geometries").anyMatch(ReferenceGeometry::aborts);
            default -> false;
        };
    }

    private static boolean anyMixed(JsonTree lines) {
        return lines.items().stream().anyMatch(ReferenceGeometry::isMixed);
    }

    private static boolean isMixed(JsonTree line) {
        return line.items().stream().map(JsonTree::size).distinct().count() > 1;
    }
}
