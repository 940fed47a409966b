package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.json.JsonTree;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether a geometry is valid by OGC Simple Features, with the verdicts of GEOS, which the official validator uses.
///
/// Rings that end elsewhere than they begin are closed first, as that validator does.
final class GeometryCheck {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final double MAX_LONGITUDE = 180;
    private static final double MAX_LATITUDE = 90;

    private GeometryCheck() {}

    /// Why a geometry of the right shape is none to be used, to stand after *the geometry*, if it is not.
    static Optional<String> fault(JsonTree geometry) {
        Geometry built;
        try {
            built = build(geometry);
        } catch (IllegalArgumentException tooSmall) {
            return Optional.of("cannot be built: " + tooSmall.getMessage());
        }
        if (built.isEmpty()) {
            return Optional.of("is empty; positions or null are required");
        }
        Envelope box = built.getEnvelopeInternal();
        boolean inRange =
                box.getMinX() >= -MAX_LONGITUDE
                        && box.getMaxX() <= MAX_LONGITUDE
                        && box.getMinY() >= -MAX_LATITUDE
                        && box.getMaxY() <= MAX_LATITUDE;
        if (!inRange) {
            return Optional.of(
                    "reaches beyond longitude -180 to 180 or latitude -90 to 90, which are"
                            + " required");
        }
        TopologyValidationError found = new IsValidOp(built).getValidationError();
        return found == null
                ? Optional.empty()
                : Optional.of(
                        "is not valid: %s%s"
                                .formatted(
                                        found.getMessage(),
                                        found.getCoordinate() == null
                                                ? ""
                                                : " at %s %s"
                                                        .formatted(
                                                                found.getCoordinate().x,
                                                                found.getCoordinate().y)));
    }

    private static Geometry build(JsonTree geometry) {
        List<JsonTree> parts =
                geometry.array("coordinates").map(JsonTree::items).orElseGet(List::of);
        return switch (geometry.text("type").orElse("")) {
            case "Point" ->
                    FACTORY.createPoint(position(geometry.member("coordinates").orElseThrow()));
            case "MultiPoint" ->
                    FACTORY.createMultiPoint(
                            parts.stream()
                                    .map(part -> FACTORY.createPoint(position(part)))
                                    .toArray(Point[]::new));
            case "LineString" -> FACTORY.createLineString(positions(parts));
            case "MultiLineString" ->
                    FACTORY.createMultiLineString(
                            parts.stream()
                                    .map(part -> FACTORY.createLineString(positions(part.items())))
                                    .toArray(LineString[]::new));
            case "Polygon" -> polygon(parts);
            case "MultiPolygon" ->
                    FACTORY.createMultiPolygon(
                            parts.stream()
                                    .map(part -> polygon(part.items()))
                                    .toArray(Polygon[]::new));
            default ->
                    FACTORY.createGeometryCollection(
                            geometry.each("/geometries")
                                    .map(GeometryCheck::build)
                                    .toArray(Geometry[]::new));
        };
    }

    private static Polygon polygon(List<JsonTree> rings) {
        if (rings.isEmpty()) {
            return FACTORY.createPolygon();
        }
        List<LinearRing> linear = rings.stream().map(GeometryCheck::ring).toList();
        return FACTORY.createPolygon(
                linear.getFirst(), linear.stream().skip(1).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonTree ring) {
        Coordinate[] positions = positions(ring.items());
        int last = positions.length - 1;
        if (last >= 0 && !positions[0].equals2D(positions[last])) {
            Coordinate[] closed = new Coordinate[positions.length + 1];
            System.arraycopy(positions, 0, closed, 0, positions.length);
            closed[positions.length] = positions[0].copy();
            return FACTORY.createLinearRing(closed);
        }
        return FACTORY.createLinearRing(positions);
    }

    private static Coordinate[] positions(List<JsonTree> positions) {
        return positions.stream().map(GeometryCheck::position).toArray(Coordinate[]::new);
    }

    private static Coordinate position(JsonTree position) {
        return new Coordinate(ordinate(position, 0), ordinate(position, 1));
    }

    private static double ordinate(JsonTree position, int index) {
        double value =
                position.item(index)
                        .flatMap(JsonTree::number)
                        .map(BigDecimal::doubleValue)
                        .orElse(Double.NaN);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT, "a position has no finite number at index %d", index));
        }
        return value;
    }
}
