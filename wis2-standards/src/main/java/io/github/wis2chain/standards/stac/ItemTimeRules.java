package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What STAC demands of the times of an item: RFC 3339 in UTC, and an instant or an interval.
final class ItemTimeRules {

    static final List<Rule> ALL =
            List.of(
                    Rule.of(
                            Stac.requirement("properties"),
                            item -> Members.required(item, "properties", JsonKind.OBJECT)),
                    Rule.of(Stac.requirement("datetime"), ItemTimeRules::datetime),
                    Rule.of(Stac.requirement("datetime-range"), ItemTimeRules::range),
                    Rule.advice(Stac.requirement("created"), ItemTimeRules::bookkeeping));

    private ItemTimeRules() {}

    private static List<Fault> datetime(JsonTree item) {
        Optional<JsonTree> found = item.object("properties");
        if (found.isEmpty()) {
            return List.of();
        }
        JsonTree properties = found.get();
        Optional<JsonTree> datetime = properties.member("datetime");
        if (datetime.isEmpty()) {
            return List.of(
                    Fault.at(
                            properties.pointer("datetime"),
                            "datetime is missing; a time is required, or null with start_datetime"
                                    + " and end_datetime"));
        }
        if (!datetime.get().isNull()) {
            return time(properties, "datetime");
        }
        List<Fault> faults = new ArrayList<>();
        for (String name : List.of("start_datetime", "end_datetime")) {
            if (!properties.has(name)) {
                faults.add(
                        Fault.at(
                                properties.pointer(name),
                                "%s is missing; it is required because datetime is null"
                                        .formatted(name)));
            }
        }
        return faults;
    }

    private static List<Fault> range(JsonTree item) {
        Optional<JsonTree> found = item.object("properties");
        if (found.isEmpty()) {
            return List.of();
        }
        JsonTree properties = found.get();
        boolean starts = properties.has("start_datetime");
        boolean ends = properties.has("end_datetime");
        List<Fault> faults = new ArrayList<>();
        faults.addAll(time(properties, "start_datetime"));
        faults.addAll(time(properties, "end_datetime"));
        boolean nominal =
                properties.member("datetime").filter(value -> !value.isNull()).isPresent();
        if (starts != ends && nominal) {
            String name = starts ? "end_datetime" : "start_datetime";
            faults.add(
                    Fault.at(
                            properties.pointer(name),
                            "%s is missing; start_datetime and end_datetime go together"
                                    .formatted(name)));
        }
        Optional<Instant> start = StacItemReader.instant(properties, "start_datetime");
        Optional<Instant> end = StacItemReader.instant(properties, "end_datetime");
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            faults.add(
                    Fault.at(
                            properties.pointer("end_datetime"),
                            "end_datetime [%s] is before start_datetime [%s]"
                                    .formatted(end.get(), start.get())));
        }
        return faults;
    }

    /// Times that nothing is decided by, in the properties and the assets.
    private static List<Fault> bookkeeping(JsonTree item) {
        List<JsonTree> bearers = new ArrayList<>();
        item.object("properties").ifPresent(bearers::add);
        item.object("assets").ifPresent(assets -> bearers.addAll(assets.members()));
        List<Fault> faults = new ArrayList<>();
        for (JsonTree bearer : bearers) {
            faults.addAll(time(bearer, "created"));
            faults.addAll(time(bearer, "updated"));
        }
        return faults;
    }

    /// The fault of a member that, if there, must be a time of RFC 3339 in UTC.
    private static List<Fault> time(JsonTree parent, String name) {
        Optional<JsonTree> member = parent.member(name);
        if (member.isEmpty()) {
            return List.of();
        }
        Optional<String> text = member.get().text();
        if (text.isEmpty()) {
            return Members.wrongKind(member.get(), JsonKind.STRING);
        }
        String found = "%s [%s] ".formatted(name, Members.quoted(text.get()));
        return switch (DateTime.read(text.get())) {
            case DateTime.Malformed(String reason) ->
                    List.of(
                            Fault.at(
                                    member.get(),
                                    found
                                            + reason
                                            + "; a time of RFC 3339 in UTC such as"
                                            + " 2026-01-31T12:00:00Z is required"));
            case DateTime.Moment moment when !moment.isUtc() ->
                    List.of(
                            Fault.at(member.get(), found + "is not in UTC, which is required")
                                    .fixedBy(moment.instant().toString()));
            case DateTime.Moment _ -> List.of();
        };
    }
}
