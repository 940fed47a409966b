package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What WNM 1.3 says of the geometry of a message: `/req/core/geometry`.
final class GeometryRules {

    private static final Requirement GEOMETRY = Wnm.requirement("geometry");

    /// The schema's part: null, a Point or a Polygon, with numbers in the right depth.
    static final Rule SHAPE = Rule.of(GEOMETRY.parts("B"), GeometryRules::shape);

    /// WGS 84 longitude and latitude in degrees.
    static final Rule RANGES =
            Rule.of(
                    GEOMETRY.parts("A"),
                    message -> {
                        var faults = new Faults();
                        positions(message).forEach(position -> range(position, faults));
                        return faults.found();
                    });

    /// RFC 7946 section 3.1.6: a polygon has a ring, and a ring ends where it begins.
    static final Rule CLOSED_RINGS = Rule.of(GEOMETRY.parts("B"), GeometryRules::closedRings);

    /// RFC 7946 section 3.1.1: positions should not have more than three numbers.
    static final Rule THREE_NUMBERS =
            Rule.advice(
                    GEOMETRY.parts("B"),
                    message ->
                            positions(message).stream()
                                    .filter(position -> position.size() > 3)
                                    .limit(1)
                                    .map(position ->
                                            Fault.at(
                                                    position,
                                                    String.format(
                                                            Locale.ROOT,
                                                            "a position has %d numbers; longitude,"
                                                                + " latitude and height are meant",
                                                            position.size())))
                                    .toList());

    private GeometryRules() {}

    private static List<Fault> shape(JsonTree message) {
        var faults = new Faults();
        if (!message.has("geometry")) {
            if (message.isObject()) {
                faults.add(
                        Fault.at(
                                "/geometry",
                                "geometry is absent; a Point, a Polygon or null is required"));
            }
            return faults.found();
        }
        JsonTree geometry = message.member("geometry").orElseThrow();
        if (geometry.isNull() || !faults.is(geometry, JsonKind.OBJECT)) {
            return faults.found();
        }
        Optional<String> type =
                faults.required(geometry, "type", JsonKind.STRING).flatMap(JsonTree::text);
        Optional<JsonTree> coordinates = faults.required(geometry, "coordinates", JsonKind.ARRAY);
        type.ifPresent(name -> {
            switch (name) {
                case "Point" -> coordinates.ifPresent(numbers -> position(numbers, faults));
                case "Polygon" ->
                        coordinates.ifPresent(
                                rings -> rings.items().forEach(ring -> ring(ring, faults)));
                default ->
                        faults.add(
                                Fault.at(
                                        "/geometry/type",
                                        "found %s; Point, Polygon or a null geometry is required"
                                                .formatted(Faults.quoted(name))));
            }
        });
        return faults.found();
    }

    private static void ring(JsonTree ring, Faults faults) {
        if (!faults.is(ring, JsonKind.ARRAY)) {
            return;
        }
        if (ring.size() < 4) {
            faults.add(
                    Fault.at(
                            ring,
                            String.format(
                                    Locale.ROOT,
                                    "the ring has %d positions; at least 4 are required",
                                    ring.size())));
        }
        ring.items().forEach(position -> position(position, faults));
    }

    private static void position(JsonTree position, Faults faults) {
        if (!faults.is(position, JsonKind.ARRAY)) {
            return;
        }
        if (position.size() < 2) {
            faults.add(
                    Fault.at(
                            position,
                            String.format(
                                    Locale.ROOT,
                                    "the position has %d numbers; longitude and latitude are"
                                            + " required",
                                    position.size())));
        }
        position.items().forEach(number -> faults.is(number, JsonKind.NUMBER));
    }

    /// The positions of a geometry of the right type; of a broken one, those that can be made out.
    private static List<JsonTree> positions(JsonTree message) {
        Optional<JsonTree> geometry = message.object("geometry");
        Optional<JsonTree> coordinates = geometry.flatMap(g -> g.array("coordinates"));
        return switch (geometry.flatMap(g -> g.text("type")).orElse("")) {
            case "Point" -> coordinates.map(List::of).orElseGet(List::of);
            case "Polygon" ->
                    coordinates.stream()
                            .flatMap(rings -> rings.items().stream())
                            .flatMap(ring -> ring.items().stream())
                            .toList();
            default -> List.of();
        };
    }

    private static void range(JsonTree position, Faults faults) {
        range(position, 0, "longitude", Position.MAX_LONGITUDE, faults);
        range(position, 1, "latitude", Position.MAX_LATITUDE, faults);
        for (int i = 2; i < position.size(); i++) {
            position.item(i).ifPresent(number -> finite(number, faults));
        }
    }

    private static void range(
            JsonTree position, int index, String name, BigDecimal most, Faults faults) {
        position.item(index)
                .ifPresent(number -> {
                    if (finite(number, faults)
                            && number.number().orElseThrow().abs().compareTo(most) > 0) {
                        faults.add(
                                Fault.at(
                                        number,
                                        "the %s is %s; -%s to %s is required"
                                                .formatted(
                                                        name, Faults.quoted(number), most, most)));
                    }
                });
    }

    private static boolean finite(JsonTree number, Faults faults) {
        if (number.number().isPresent()) {
            return true;
        }
        if (number.kind() == JsonKind.NUMBER) {
            faults.add(
                    Fault.at(
                            number,
                            "found %s; a number is required".formatted(Faults.quoted(number))));
        }
        return false;
    }

    private static List<Fault> closedRings(JsonTree message) {
        Optional<JsonTree> rings =
                message.object("geometry")
                        .filter(g -> g.text("type").equals(Optional.of("Polygon")))
                        .flatMap(g -> g.array("coordinates"));
        if (rings.isEmpty()) {
            return List.of();
        }
        var faults = new Faults();
        if (rings.get().size() == 0) {
            faults.add(Fault.at(rings.get(), "the polygon has no ring; at least one is required"));
        }
        for (JsonTree ring : rings.get().items()) {
            // What is no array of positions has none.
            List<JsonTree> positions = ring.items();
            if (positions.size() > 1 && !samePlace(positions.getFirst(), positions.getLast())) {
                faults.add(
                        Fault.at(
                                ring,
                                "the ring ends at %s and begins at %s; both must be the same position"
                                        .formatted(
                                                Faults.quoted(positions.getLast()),
                                                Faults.quoted(positions.getFirst()))));
            }
        }
        return faults.found();
    }

    private static boolean samePlace(JsonTree beginning, JsonTree end) {
        List<JsonTree> first = beginning.items();
        List<JsonTree> last = end.items();
        if (first.size() != last.size()) {
            return false;
        }
        for (int i = 0; i < first.size(); i++) {
            Optional<BigDecimal> from = first.get(i).number();
            Optional<BigDecimal> to = last.get(i).number();
            if (from.isEmpty() || to.isEmpty() || from.get().compareTo(to.get()) != 0) {
                return false;
            }
        }
        return true;
    }
}
