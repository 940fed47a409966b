package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What STAC demands of the place of an item: a GeoJSON geometry or null, and the box around it.
final class PlaceRules {

    private static final BigDecimal MAX_LONGITUDE = BigDecimal.valueOf(180);
    private static final BigDecimal MAX_LATITUDE = BigDecimal.valueOf(90);

    static final List<Rule> ALL =
            List.of(
                    Rule.of(Stac.requirement("geometry"), PlaceRules::geometry),
                    Rule.of(Stac.requirement("bbox"), PlaceRules::bbox));

    private PlaceRules() {}

    private static List<Fault> geometry(JsonTree item) {
        return item.member("geometry")
                .map(GeoJson::faults)
                .orElseGet(() ->
                        List.of(
                                Fault.at(
                                        item.pointer("geometry"),
                                        "geometry is missing; a GeoJSON geometry or null is"
                                                + " required")));
    }

    private static List<Fault> bbox(JsonTree item) {
        Optional<JsonTree> bbox = item.member("bbox");
        boolean placed = item.member("geometry").filter(value -> !value.isNull()).isPresent();
        boolean unplaced = item.member("geometry").filter(JsonTree::isNull).isPresent();
        if (bbox.isEmpty()) {
            return placed
                    ? List.of(
                            Fault.at(
                                    item.pointer("bbox"),
                                    "bbox is missing; an item with a geometry requires it"))
                    : List.of();
        }
        if (unplaced) {
            return List.of(
                    Fault.at(
                            bbox.get(),
                            "bbox is given, but the geometry is null; then it is not allowed"));
        }
        if (!bbox.get().isArray()) {
            return Members.wrongKind(bbox.get(), JsonKind.ARRAY);
        }
        List<BigDecimal> numbers =
                bbox.get().items().stream().flatMap(value -> value.number().stream()).toList();
        if (numbers.size() != bbox.get().size() || (numbers.size() != 4 && numbers.size() != 6)) {
            return List.of(Fault.at(bbox.get(), "bbox must be an array of 4 or 6 numbers"));
        }
        return extent(bbox.get(), numbers);
    }

    private static List<Fault> extent(JsonTree bbox, List<BigDecimal> numbers) {
        int axes = numbers.size() / 2;
        Optional<Fault> outside =
                IntStream.range(0, numbers.size())
                        .filter(i -> i % axes < 2)
                        .filter(i ->
                                numbers.get(i)
                                                .abs()
                                                .compareTo(
                                                        i % axes == 0
                                                                ? MAX_LONGITUDE
                                                                : MAX_LATITUDE)
                                        > 0)
                        .mapToObj(i ->
                                Fault.at(
                                        bbox.pointer() + "/" + i,
                                        "bbox has the %s %s; -%s to %s is required"
                                                .formatted(
                                                        i % axes == 0 ? "longitude" : "latitude",
                                                        Members.quoted(numbers.get(i).toString()),
                                                        i % axes == 0 ? 180 : 90,
                                                        i % axes == 0 ? 180 : 90)))
                        .findFirst();
        if (outside.isPresent()) {
            return List.of(outside.get());
        }
        // West may be greater than east: such a box crosses the antimeridian (RFC 7946, section
        // 5.2).
        return numbers.get(1).compareTo(numbers.get(axes + 1)) > 0
                ? List.of(
                        Fault.at(
                                bbox,
                                "bbox has its south %s north of its north %s"
                                        .formatted(numbers.get(1), numbers.get(axes + 1))))
                : List.of();
    }
}
