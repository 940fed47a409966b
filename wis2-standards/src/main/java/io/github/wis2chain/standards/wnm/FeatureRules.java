package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
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
        var faults = new Faults();
        if (!faults.is(message, JsonKind.OBJECT)) {
            return faults.found();
        }
        faults.required(message, "type", JsonKind.STRING)
                .flatMap(JsonTree::text)
                .filter(type -> !type.equals("Feature"))
                .ifPresent(type ->
                        faults.add(
                                Fault.at(
                                                "/type",
                                                "found %s; Feature is required"
                                                        .formatted(Faults.quoted(type)))
                                        .fixedBy("Feature")));
        faults.required(message, "properties", JsonKind.OBJECT)
                .ifPresent(properties -> {
                    faults.optional(properties, "metadata_id", JsonKind.STRING);
                    faults.optional(properties, "producer", JsonKind.STRING);
                    faults.optional(properties, "global-cache", JsonKind.STRING);
                    faults.optional(properties, "cache", JsonKind.BOOLEAN);
                });
        return faults.found();
    }
}
