package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What WNM 1.3 says of the time that the data describe: `/req/core/temporal`.
final class TemporalRules {

    /// The members in question.
    static final List<String> MEMBERS = List.of("datetime", "start_datetime", "end_datetime");

    private static final Requirement TEMPORAL = Wnm.requirement("temporal");

    /// Parts A and D, as the schema reads them: `datetime`, which may be null, or both ends of an extent, never all.
    static final Rule SHAPE =
            Rule.of(
                    TEMPORAL.parts("AD"),
                    message ->
                            message.object("properties")
                                    .map(TemporalRules::shape)
                                    .orElseGet(List::of));

    /// Parts B and C: RFC 3339, UTC.
    static final Rule UTC =
            Rule.of(TEMPORAL.parts("BC"), message -> judge(message, TimeText::fault));

    /// The one form that every known checker takes.
    static final Rule FORM =
            Rule.advice(TEMPORAL.parts("B"), message -> judge(message, TimeText::advice));

    /// No clause demands it, but an extent that ends before it starts is a mistake.
    static final Rule ORDER =
            Rule.advice(
                    TEMPORAL,
                    message -> {
                        Optional<JsonTree> properties = message.object("properties");
                        Optional<Instant> start =
                                properties.flatMap(p -> instant(p, "start_datetime"));
                        Optional<Instant> end = properties.flatMap(p -> instant(p, "end_datetime"));
                        boolean reversed =
                                start.isPresent()
                                        && end.isPresent()
                                        && end.get().isBefore(start.get());
                        return reversed
                                ? List.of(
                                        Fault.at(
                                                "/properties/end_datetime",
                                                "the extent ends before start_datetime; it should"
                                                        + " end after it"))
                                : List.of();
                    });

    private TemporalRules() {}

    private static List<Fault> shape(JsonTree properties) {
        var faults = new Faults();
        for (String end : MEMBERS.subList(1, 3)) {
            faults.optional(properties, end, JsonKind.STRING);
        }
        boolean instant = properties.has("datetime");
        boolean start = properties.has("start_datetime");
        boolean end = properties.has("end_datetime");
        if (instant) {
            JsonTree datetime = properties.member("datetime").orElseThrow();
            if (!datetime.isNull()) {
                faults.is(datetime, JsonKind.STRING);
            }
            if (start && end) {
                faults.add(
                        Fault.at(
                                datetime,
                                "found beside start_datetime and end_datetime; only one form is"
                                        + " allowed"));
            }
        } else if (!start && !end) {
            faults.add(
                    Fault.at(
                            properties.pointer("datetime"),
                            "datetime is absent; it, null included, or start_datetime and"
                                    + " end_datetime are required"));
        } else if (!start || !end) {
            String missing = start ? "end_datetime" : "start_datetime";
            faults.add(
                    Fault.at(
                            properties.pointer(missing),
                            "%s is absent; both ends of the extent are required"
                                    .formatted(missing)));
        }
        return faults.found();
    }

    private static List<Fault> judge(
            JsonTree message, Function<JsonTree, Optional<Fault>> judgement) {
        Optional<JsonTree> properties = message.object("properties");
        if (properties.isEmpty()) {
            return List.of();
        }
        var faults = new Faults();
        for (String name : MEMBERS) {
            properties.get().member(name).flatMap(judgement).ifPresent(faults::add);
        }
        return faults.found();
    }

    private static Optional<Instant> instant(JsonTree properties, String name) {
        return properties
                .text(name)
                .map(DateTime::read)
                .flatMap(time ->
                        time instanceof DateTime.Moment moment
                                ? Optional.of(moment.instant())
                                : Optional.empty());
    }
}
