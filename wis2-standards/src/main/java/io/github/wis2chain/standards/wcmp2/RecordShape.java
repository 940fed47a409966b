package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// What the schema of WCMP2 2.3 says of a record, each fault under the requirement that it offends.
final class RecordShape {

    private static final String FEATURE = "Feature";
    private static final Set<String> POLICIES = Set.of("core", "recommended");

    private RecordShape() {}

    static List<Rule> rules(Dialect dialect) {
        return List.of(
                rule("validation", (record, faults) -> feature(record, dialect, faults)),
                rule("identifier", (record, faults) -> identifier(record, dialect, faults)),
                rule("conformance", RecordShape::conformance),
                rule("type", (record, faults) -> text(record, "type", faults)),
                rule("title", (record, faults) -> text(record, "title", faults)),
                rule("description", (record, faults) -> text(record, "description", faults)),
                rule("themes", (record, faults) -> themes(record, dialect, faults)),
                rule(
                        "extent_geospatial",
                        (record, faults) ->
                                faults.requiredMember(record, "geometry", "a geometry or null")
                                        .ifPresent(g -> GeometryShape.judge(g, faults))),
                rule(
                        "extent_temporal",
                        (record, faults) ->
                                faults.requiredMember(record, "time", "an object or null")
                                        .ifPresent(t -> ExtentShape.time(t, dialect, faults))),
                rule("contacts", (record, faults) -> contacts(record, dialect, faults)),
                rule("record_creation_date", (record, faults) -> created(record, dialect, faults)),
                rule("data_policy", RecordShape::dataPolicy),
                rule("links", (record, faults) -> links(record, dialect, faults)));
    }

    private static Rule rule(String requirement, BiConsumer<JsonTree, Faults> check) {
        return Rule.of(
                Wcmp2.requirement(requirement),
                record -> {
                    var faults = new Faults();
                    check.accept(record, faults);
                    return faults.found();
                });
    }

    private static Optional<JsonTree> properties(JsonTree record) {
        return record.object("properties");
    }

    private static void feature(JsonTree record, Dialect dialect, Faults faults) {
        if (!record.isObject()) {
            // The schema says nothing of it; the tests of the official validator abort.
            if (!dialect.isTool()) {
                faults.add(
                        record, "found %s; an object is required".formatted(record.kind().words()));
            }
            return;
        }
        Optional<JsonTree> type = faults.requiredMember(record, "type", FEATURE);
        if (type.isPresent() && !type.get().text().equals(Optional.of(FEATURE))) {
            faults.add(
                    Fault.at(
                                    type.get(),
                                    "found %s; Feature is required"
                                            .formatted(Faults.quoted(type.get())))
                            .fixedBy(FEATURE));
        }
        faults.required(record, "properties", JsonKind.OBJECT)
                .ifPresent(properties -> free(properties, dialect, faults));
        faults.optional(record, "additionalExtents", JsonKind.OBJECT)
                .ifPresent(extents -> ExtentShape.additional(extents, faults));
        Values.objects(record, "linkTemplates", 0, faults)
                .forEach(template -> LinkShape.template(template, dialect, faults));
    }

    /// The members of the properties that no requirement is named after.
    private static void free(JsonTree properties, Dialect dialect, Faults faults) {
        Values.strings(properties, "keywords", 0, faults);
        faults.optional(properties, List.of("version", "rights"), JsonKind.STRING);
        for (JsonTree id : Values.objects(properties, "externalIds", 0, faults)) {
            faults.required(id, "value", JsonKind.STRING);
            faults.optional(id, "scheme", JsonKind.STRING);
        }
        faults.optional(properties, "wmo:status", JsonKind.OBJECT)
                .ifPresent(status -> concept(status, dialect, faults));
        Values.dateTime(properties, "updated", dialect, faults);
    }

    private static void identifier(JsonTree record, Dialect dialect, Faults faults) {
        Optional<JsonTree> id = faults.requiredMember(record, "id", "a string");
        boolean number = dialect.isTool() && id.flatMap(JsonTree::integer).isPresent();
        if (!number) {
            id.ifPresent(value -> faults.is(value, JsonKind.STRING));
        }
    }

    private static void conformance(JsonTree record, Faults faults) {
        faults.required(record, "conformsTo", JsonKind.ARRAY)
                .filter(classes ->
                        classes.items().stream()
                                .noneMatch(item ->
                                        item.text().equals(Optional.of(Wcmp2.CONFORMANCE_CLASS))))
                .ifPresent(classes ->
                        faults.add(
                                Fault.at(
                                                classes,
                                                "no element is %s; one is required"
                                                        .formatted(Wcmp2.CONFORMANCE_CLASS))
                                        .fixedBy("[\"" + Wcmp2.CONFORMANCE_CLASS + "\"]")));
    }

    private static void text(JsonTree record, String name, Faults faults) {
        properties(record)
                .ifPresent(properties -> faults.required(properties, name, JsonKind.STRING));
    }

    private static void themes(JsonTree record, Dialect dialect, Faults faults) {
        Optional<JsonTree> properties = properties(record);
        if (properties.isEmpty()) {
            return;
        }
        if (!dialect.isTool()) {
            faults.requiredMember(properties.get(), "themes", "an array");
        }
        for (JsonTree theme : Values.objects(properties.get(), "themes", 1, faults)) {
            faults.required(theme, "scheme", JsonKind.STRING);
            faults.requiredMember(theme, "concepts", "an array");
            Values.objects(theme, "concepts", 1, faults)
                    .forEach(concept -> concept(concept, dialect, faults));
        }
    }

    private static void concept(JsonTree concept, Dialect dialect, Faults faults) {
        faults.required(concept, "id", JsonKind.STRING);
        faults.optional(concept, List.of("title", "description"), JsonKind.STRING);
        Values.uri(concept, "url", dialect, faults);
    }

    private static void contacts(JsonTree record, Dialect dialect, Faults faults) {
        properties(record)
                .ifPresent(properties -> {
                    faults.requiredMember(properties, "contacts", "an array");
                    Values.objects(properties, "contacts", 1, faults)
                            .forEach(contact -> ContactShape.judge(contact, dialect, faults));
                });
    }

    private static void created(JsonTree record, Dialect dialect, Faults faults) {
        properties(record)
                .ifPresent(properties -> {
                    faults.requiredMember(properties, "created", "a date and time");
                    Values.dateTime(properties, "created", dialect, faults);
                });
    }

    private static void dataPolicy(JsonTree record, Faults faults) {
        properties(record)
                .flatMap(properties -> properties.member("wmo:dataPolicy"))
                .filter(policy -> faults.is(policy, JsonKind.STRING))
                .ifPresent(policy -> Values.oneOf(policy, POLICIES, faults));
    }

    private static void links(JsonTree record, Dialect dialect, Faults faults) {
        faults.requiredMember(record, "links", "an array");
        Values.objects(record, "links", 1, faults)
                .forEach(link -> LinkShape.link(link, dialect, faults));
    }
}
