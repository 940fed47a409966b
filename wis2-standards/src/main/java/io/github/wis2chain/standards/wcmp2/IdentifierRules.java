package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.CentreStanding;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The identifier of a record, `urn:wmo:md:{centre-id}:{local}`: `/req/core/identifier`.
final class IdentifierRules {

    static final String PREFIX = "urn:wmo:md:";

    private static final Requirement IDENTIFIER = Wcmp2.requirement("identifier");

    /// The notation.
    static final Rule NOTATION =
            Rule.of(IDENTIFIER.parts("B"), record -> on(record, IdentifierRules::notation));

    /// The centre is registered with WMO, or is one for tests.
    static Rule centre(TopicHierarchy hierarchy) {
        return Rule.of(
                IDENTIFIER.parts("C"),
                record -> on(record, (id, faults) -> centre(hierarchy, id, faults)));
    }

    /// The local part is of the International Reference Alphabet, without blank and semicolon.
    static final Rule LOCAL =
            Rule.of(IDENTIFIER.parts("D"), record -> on(record, IdentifierRules::local));

    private IdentifierRules() {}

    /// The centre in the identifier of a record, if it has the notation.
    static Optional<String> centreOf(JsonTree record) {
        return record.text("id")
                .filter(id -> id.startsWith(PREFIX))
                .flatMap(id -> {
                    int end = id.indexOf(':', PREFIX.length());
                    return end < 0
                            ? Optional.empty()
                            : Optional.of(id.substring(PREFIX.length(), end));
                });
    }

    private interface Check {
        void judge(String id, Faults faults);
    }

    private static List<Fault> on(JsonTree record, Check check) {
        var faults = new Faults();
        record.text("id").ifPresent(id -> check.judge(id, faults));
        return faults.found();
    }

    private static void notation(String id, Faults faults) {
        boolean prefixed = id.startsWith(PREFIX);
        if (prefixed && id.indexOf(':', PREFIX.length()) > PREFIX.length()) {
            return;
        }
        Fault fault =
                Fault.at(
                        "/id",
                        "%s has not the form urn:wmo:md:{centre-id}:{local}, which is required"
                                .formatted(Faults.quoted(id)));
        boolean caseOnly =
                !prefixed
                        && id.toLowerCase(Locale.ROOT).startsWith(PREFIX)
                        && id.indexOf(':', PREFIX.length()) > PREFIX.length();
        faults.add(caseOnly ? fault.fixedBy(PREFIX + id.substring(PREFIX.length())) : fault);
    }

    private static void centre(TopicHierarchy hierarchy, String id, Faults faults) {
        int end = id.startsWith(PREFIX) ? id.indexOf(':', PREFIX.length()) : -1;
        if (end <= PREFIX.length()) {
            return;
        }
        String centre = id.substring(PREFIX.length(), end);
        if (hierarchy.standing(centre) != CentreStanding.UNKNOWN) {
            return;
        }
        Fault fault =
                Fault.at(
                        "/id",
                        "the centre %s is not registered; a centre-id of the list of WMO of %s, or one that ends in -test, is required"
                                .formatted(Faults.quoted(centre), hierarchy.date()));
        String lower = centre.toLowerCase(Locale.ROOT);
        boolean known = hierarchy.standing(lower) != CentreStanding.UNKNOWN;
        faults.add(known ? fault.fixedBy(PREFIX + lower + id.substring(end)) : fault);
    }

    private static void local(String id, Faults faults) {
        int end = id.startsWith(PREFIX) ? id.indexOf(':', PREFIX.length()) : -1;
        if (end < 0) {
            return;
        }
        if (end + 1 == id.length()) {
            faults.add(Fault.at("/id", "the local identifier is empty; one is required"));
        } else if (id.endsWith(":")) {
            faults.add(
                    Fault.at(
                            "/id",
                            "the last part of the local identifier is empty; one without"
                                    + " a colon at its end is required"));
        }
        for (int i = end + 1; i < id.length(); i++) {
            char c = id.charAt(i);
            if (c <= ' ' || c > '~' || c == ';') {
                faults.add(
                        Fault.at(
                                "/id",
                                "the local identifier has the character U+%04X; letters, digits and signs of the International Reference Alphabet are required, neither blank nor semicolon"
                                        .formatted(id.codePointAt(i))));
                return;
            }
        }
    }
}
