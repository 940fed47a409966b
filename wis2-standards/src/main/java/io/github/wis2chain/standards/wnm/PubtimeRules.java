package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// What WNM 1.3 says of the time of publication: `/req/core/pubtime`. Parts D to F bind the sender, not the message.
final class PubtimeRules {

    private static final Requirement PUBTIME = Wnm.requirement("pubtime");

    /// Part A, and the schema's part: a string.
    static final Rule SHAPE =
            Rule.of(
                    PUBTIME.parts("A"),
                    message -> {
                        var faults = new Faults();
                        message.object("properties")
                                .ifPresent(p -> faults.required(p, "pubtime", JsonKind.STRING));
                        return faults.found();
                    });

    /// Parts B and C: RFC 3339, UTC. No official test looks at it.
    static final Rule UTC =
            Rule.of(PUBTIME.parts("BC"), message -> judge(message, TimeText::fault));

    /// The one form that every known checker takes.
    static final Rule FORM =
            Rule.advice(PUBTIME.parts("B"), message -> judge(message, TimeText::advice));

    private PubtimeRules() {}

    private static List<Fault> judge(
            JsonTree message, Function<JsonTree, Optional<Fault>> judgement) {
        return message.object("properties")
                .flatMap(properties -> properties.member("pubtime"))
                .flatMap(judgement)
                .map(List::of)
                .orElseGet(List::of);
    }
}
