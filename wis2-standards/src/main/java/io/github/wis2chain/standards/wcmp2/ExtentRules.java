package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Where and when: `/req/core/extent_geospatial` and `/req/core/extent_temporal`.
final class ExtentRules {

    private static final Requirement PLACE = Wcmp2.requirement("extent_geospatial");
    private static final Requirement TIME = Wcmp2.requirement("extent_temporal");
    private static final List<String> TIMES = List.of("date", "timestamp", "interval");

    /// Within the degrees of WGS 84, and valid.
    static final Rule GEOMETRY = Rule.of(PLACE.parts("AB"), ExtentRules::geometry);

    /// RFC 7946 section 3.1.6: a ring ends where it begins.
    static final Rule CLOSED_RINGS = Rule.of(PLACE.parts("A"), ExtentRules::openRings);

    /// RFC 7946 section 3.1.1: more than three numbers have no meaning; the official validator aborts at them.
    static final Rule THREE_NUMBERS =
            Rule.advice(
                    PLACE.parts("A"),
                    record ->
                            longPosition(record)
                                    .map(position ->
                                            List.of(
                                                    Fault.at(
                                                            position,
                                                            String.format(
                                                                    Locale.ROOT,
                                                                    "the position has %d numbers;"
                                                                        + " with more than three"
                                                                        + " the catalogues drop the"
                                                                        + " record",
                                                                    position.size()))))
                                    .orElseGet(List::of));

    /// One of date, timestamp and interval, in the calendar, with its end not before its begin.
    static final Rule CALENDAR = Rule.of(TIME.parts("ABC"), ExtentRules::calendar);

    private ExtentRules() {}

    private static List<Fault> geometry(JsonTree record) {
        return record.object("geometry")
                .filter(ExtentRules::hasShape)
                .flatMap(geometry ->
                        GeometryCheck.fault(geometry)
                                .map(reason -> Fault.at(geometry, "the geometry " + reason)))
                .map(List::of)
                .orElseGet(List::of);
    }

    static boolean hasShape(JsonTree geometry) {
        var faults = new Faults();
        GeometryShape.judge(geometry, faults);
        return faults.found().isEmpty();
    }

    /// The first position of four numbers or more.
    static Optional<JsonTree> longPosition(JsonTree record) {
        return record.object("geometry").flatMap(ExtentRules::longPositionIn);
    }

    private static Optional<JsonTree> longPositionIn(JsonTree value) {
        if (value.isObject()) {
            Optional<JsonTree> found =
                    value.array("coordinates").flatMap(ExtentRules::longPositionIn);
            return found.or(() -> value.array("geometries").flatMap(ExtentRules::longPositionIn));
        }
        boolean numbers = value.item(0).flatMap(JsonTree::number).isPresent();
        if (numbers) {
            return value.size() > 3 ? Optional.of(value) : Optional.empty();
        }
        for (JsonTree item : value.items()) {
            Optional<JsonTree> found = longPositionIn(item);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static List<Fault> openRings(JsonTree record) {
        var faults = new Faults();
        record.object("geometry").ifPresent(geometry -> openRings(geometry, faults));
        return faults.found();
    }

    private static void openRings(JsonTree geometry, Faults faults) {
        List<JsonTree> rings = new ArrayList<>();
        switch (geometry.text("type").orElse("")) {
            case "Polygon" -> geometry.each("/coordinates").forEach(rings::add);
            case "MultiPolygon" ->
                    geometry.each("/coordinates").forEach(part -> rings.addAll(part.items()));
            case "GeometryCollection" ->
                    geometry.each("/geometries").forEach(part -> openRings(part, faults));
            default -> {
                // No other geometry has rings.
            }
        }
        for (JsonTree ring : rings) {
            boolean open = ring.size() > 1 && !ring.item(0).equals(ring.item(ring.size() - 1));
            if (open) {
                faults.add(
                        ring, "the ring ends elsewhere than it begins; a closed one is required");
            }
        }
    }

    private static List<Fault> calendar(JsonTree record) {
        var faults = new Faults();
        record.object("time").ifPresent(time -> calendar(time, faults));
        return faults.found();
    }

    static void calendar(JsonTree time, Faults faults) {
        long given = TIMES.stream().filter(time::has).count();
        if (given != 1) {
            faults.add(
                    time,
                    String.format(
                            Locale.ROOT,
                            "time has %d of date, timestamp and interval; exactly one, or null, is"
                                    + " required",
                            given));
        }
        for (String name : List.of("date", "timestamp")) {
            time.member(name).ifPresent(value -> exists(value, faults));
        }
        time.array("interval")
                .ifPresent(interval -> {
                    interval.items().forEach(end -> exists(end, faults));
                    order(interval, faults);
                });
    }

    private static void exists(JsonTree value, Faults faults) {
        Optional<String> text = value.text().filter(t -> TimeText.isIntervalEnd(t, false));
        text.filter(t -> !t.equals(TimeText.OPEN))
                .flatMap(TimeText::calendarFault)
                .ifPresent(fault -> faults.add(value, Faults.quoted(value) + " " + fault));
    }

    private static void order(JsonTree interval, Faults faults) {
        Optional<String> begin = interval.item(0).flatMap(JsonTree::text);
        Optional<String> end = interval.item(1).flatMap(JsonTree::text);
        if (begin.isEmpty() || end.isEmpty()) {
            return;
        }
        boolean dated = isDated(begin.get()) && isDated(end.get());
        // Times of one precision or less compare as texts as far as the shorter one goes; what a
        // fraction of a second adds is left alone.
        int common = Math.min(19, Math.min(begin.get().length(), end.get().length()));
        if (dated
                && begin.get().substring(0, common).compareTo(end.get().substring(0, common)) > 0) {
            faults.add(
                    interval,
                    "the interval ends before it begins; the earlier time first is required");
        }
    }

    private static boolean isDated(String text) {
        return !text.startsWith("T")
                && !text.equals(TimeText.OPEN)
                && TimeText.isIntervalEnd(text, false);
    }
}
