package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;

/// How a WNM 1.3 message says which specification it follows: `/req/core/conformance` and `/req/core/version`.
final class ConformanceRules {

    private static final String DEPRECATED_VERSION = "v04";

    /// The schema's part: either `conformsTo` names the class or `version` is `v04`, and not both are there.
    static final Rule SHAPE =
            Rule.of(
                    Wnm.requirement("conformance"),
                    message -> {
                        var faults = new Faults();
                        if (!message.isObject()) {
                            return List.of();
                        }
                        Optional<JsonTree> version = message.member("version");
                        if (message.has("conformsTo")) {
                            conformsTo(message).forEach(faults::add);
                            version.ifPresent(both ->
                                    faults.add(
                                            Fault.at(
                                                    both,
                                                    "found beside conformsTo; only one of both is"
                                                            + " allowed")));
                        } else if (version.isPresent()) {
                            version(version.get(), faults);
                        } else {
                            conformsTo(message).forEach(faults::add);
                        }
                        return faults.found();
                    });

    /// The deprecated member is gone from the 1.4 draft, so a message that has nothing else is soon refused.
    static final Rule NO_VERSION =
            Rule.of(
                    Wnm.requirement("conformance").parts("A"),
                    message ->
                            message.has("version") && !message.has("conformsTo")
                                    ? List.of(
                                            Fault.at(
                                                    "/version",
                                                    "found the deprecated version; conformsTo with %s is required instead"
                                                            .formatted(Wnm.CONFORMANCE_CLASS)))
                                    : List.of());

    private ConformanceRules() {}

    /// The faults of the array, which is required here.
    static List<Fault> conformsTo(JsonTree message) {
        if (message.isObject() && !message.has("conformsTo")) {
            return List.of(
                    Fault.at(
                                    "/conformsTo",
                                    "conformsTo is absent; an array with %s is required"
                                            .formatted(Wnm.CONFORMANCE_CLASS))
                            .fixedBy("[\"" + Wnm.CONFORMANCE_CLASS + "\"]"));
        }
        var faults = new Faults();
        faults.optional(message, "conformsTo", JsonKind.ARRAY)
                .filter(classes ->
                        classes.items().stream()
                                .flatMap(item -> item.text().stream())
                                .noneMatch(Wnm.CONFORMANCE_CLASS::equals))
                .ifPresent(classes ->
                        faults.add(
                                Fault.at(
                                        classes,
                                        "no element is %s; one is required"
                                                .formatted(Wnm.CONFORMANCE_CLASS))));
        return faults.found();
    }

    private static void version(JsonTree version, Faults faults) {
        if (!version.text().equals(Optional.of(DEPRECATED_VERSION))) {
            faults.add(
                    Fault.at(
                            version,
                            "found %s; %s is required"
                                    .formatted(Faults.quoted(version), DEPRECATED_VERSION)));
        }
    }
}
