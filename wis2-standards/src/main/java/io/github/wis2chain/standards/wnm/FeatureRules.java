package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;

/// What WNM 1.3 says of the message as a GeoJSON feature: `/req/core/validation`.
final class FeatureRules {

    /// Parts B and C: an object of type `Feature` with `properties`; what is optional in these has its kind.
    static final Rule SHAPE = Rule.of(Wnm.requirement("validation"), FeatureRules::shape);

    private FeatureRules() {}

    private static List<Fault> shape(JsonTree message) {
        var shape = new Shape();
        if (!shape.is(message, JsonKind.OBJECT)) {
            return shape.faults();
        }
        shape.required(message, "type", JsonKind.STRING)
                .flatMap(JsonTree::text)
                .filter(type -> !type.equals("Feature"))
                .ifPresent(type ->
                        shape.add(
                                Fault.at(
                                                "/type",
                                                "found %s; Feature is required"
                                                        .formatted(Shape.quoted(type)))
                                        .fixedBy("Feature")));
        shape.required(message, "properties", JsonKind.OBJECT)
                .ifPresent(properties -> {
                    shape.optional(properties, "metadata_id", JsonKind.STRING);
                    shape.optional(properties, "producer", JsonKind.STRING);
                    shape.optional(properties, "global-cache", JsonKind.STRING);
                    shape.optional(properties, "cache", JsonKind.BOOLEAN);
                });
        return shape.faults();
    }
}
