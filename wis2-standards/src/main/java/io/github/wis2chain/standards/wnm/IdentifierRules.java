package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/// What WNM 1.3 says of the identifier of a message: `/req/core/identifier`.
final class IdentifierRules {

    private static final Requirement IDENTIFIER = Wnm.requirement("identifier");

    /// The schema's part: a string.
    static final Rule SHAPE =
            Rule.of(
                    IDENTIFIER,
                    message -> {
                        var faults = new Faults();
                        faults.required(message, "id", JsonKind.STRING);
                        return faults.found();
                    });

    /// A UUID in the form of RFC 4122 section 3, in either case.
    static final Rule UUID =
            Rule.of(
                    IDENTIFIER,
                    message ->
                            faultsWhere(
                                    message,
                                    id -> !isUuid(id),
                                    "found %s; a UUID of the form 8-4-4-4-12 hexadecimal digits is"
                                            + " required"));

    /// RFC 4122 section 3 writes lower case; brokers drop doubles by comparing characters.
    static final Rule LOWER_CASE =
            Rule.advice(
                    IDENTIFIER,
                    message ->
                            message.text("id")
                                    .filter(id -> isUuid(id) && !id.equals(lowerCase(id)))
                                    .map(id ->
                                            List.of(
                                                    Fault.at(
                                                                    "/id",
                                                                    "found a UUID with capital"
                                                                        + " letters; lower case is"
                                                                        + " the form to write")
                                                            .fixedBy(lowerCase(id))))
                                    .orElseGet(List::of));

    private IdentifierRules() {}

    private static List<Fault> faultsWhere(
            JsonTree message, Predicate<String> wrong, String sentence) {
        return message.text("id")
                .filter(wrong)
                .map(id -> List.of(Fault.at("/id", sentence.formatted(Faults.quoted(id)))))
                .orElseGet(List::of);
    }

    private static String lowerCase(String id) {
        return id.toLowerCase(Locale.ROOT);
    }

    private static boolean isUuid(String id) {
        if (id.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            char c = id.charAt(i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            boolean fits = dash ? c == '-' : HexFormat.isHexDigit(c);
            if (!fits) {
                return false;
            }
        }
        return true;
    }
}
