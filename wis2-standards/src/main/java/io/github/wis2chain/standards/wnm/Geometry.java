package io.github.wis2chain.standards.wnm;

import java.util.List;
import java.util.Locale;

/// Where the data are from: a point or a polygon of RFC 7946 (WNM 1.3, `/req/core/geometry`, part B).
public sealed interface Geometry {

    /// A single place.
    record Point(Position position) implements Geometry {

        /// A point without height, in degrees.
        public static Point of(double longitude, double latitude) {
            return new Point(Position.of(longitude, latitude));
        }
    }

    /// An area.
    ///
    /// @param rings the outline, then any holes; each closed, of at least four positions
    record Polygon(List<List<Position>> rings) implements Geometry {

        public Polygon {
            rings = rings.stream().map(List::copyOf).toList();
            if (rings.isEmpty()) {
                throw new IllegalArgumentException("rings [] must not be empty");
            }
            for (List<Position> ring : rings) {
                if (ring.size() < 4) {
                    throw new IllegalArgumentException(
                            String.format(
                                    Locale.ROOT,
                                    "ring of [%d] positions must have at least 4",
                                    ring.size()));
                }
                if (!ring.getFirst().isAt(ring.getLast())) {
                    throw new IllegalArgumentException(
                            "ring ending at [%s] must end where it begins, at [%s]"
                                    .formatted(ring.getLast(), ring.getFirst()));
                }
            }
        }

        /// The rectangle between two corners, in degrees.
        public static Polygon box(double west, double south, double east, double north) {
            Position southWest = Position.of(west, south);
            return new Polygon(
                    List.of(
                            List.of(
                                    southWest,
                                    Position.of(east, south),
                                    Position.of(east, north),
                                    Position.of(west, north),
                                    southWest)));
        }
    }
}
