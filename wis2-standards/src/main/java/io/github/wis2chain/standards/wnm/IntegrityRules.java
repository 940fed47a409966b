package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What WNM 1.3 says of the digest of the data: `/rec/core/integrity`.
final class IntegrityRules {

    private static final Requirement INTEGRITY = Wnm.recommendation("integrity");

    /// The schema's part: `method`, one of six, and `value`.
    static final Rule SHAPE =
            Rule.of(
                    INTEGRITY,
                    message -> {
                        var faults = new Faults();
                        message.object("properties")
                                .flatMap(p -> faults.optional(p, "integrity", JsonKind.OBJECT))
                                .ifPresent(integrity -> shape(integrity, faults));
                        return faults.found();
                    });

    /// Base64 of the binary digest, in the length of the method. No schema or official test can see a hexadecimal one.
    static final Rule DIGEST =
            Rule.of(
                    INTEGRITY,
                    message ->
                            integrity(message)
                                    .flatMap(IntegrityRules::digest)
                                    .map(List::of)
                                    .orElseGet(List::of));

    /// Data without digest cannot be verified by who downloads them.
    static final Rule GIVEN =
            Rule.advice(
                    INTEGRITY,
                    message -> {
                        boolean announcesData = !LinksRules.toData(message).isEmpty();
                        boolean given =
                                message.object("properties")
                                        .filter(p -> p.has("integrity"))
                                        .isPresent();
                        return announcesData && !given
                                ? List.of(
                                        Fault.at(
                                                "/properties/integrity",
                                                "integrity is absent; the digest of the data should"
                                                        + " be given"))
                                : List.of();
                    });

    private IntegrityRules() {}

    private static Optional<JsonTree> integrity(JsonTree message) {
        return message.object("properties").flatMap(p -> p.object("integrity"));
    }

    private static void shape(JsonTree integrity, Faults faults) {
        faults.required(integrity, "method", JsonKind.STRING)
                .flatMap(JsonTree::text)
                .filter(name -> IntegrityMethod.named(name).isEmpty())
                .ifPresent(name -> faults.add(unknown(integrity, name)));
        faults.required(integrity, "value", JsonKind.STRING);
    }

    private static Fault unknown(JsonTree integrity, String name) {
        Fault fault =
                Fault.at(
                        integrity.pointer("method"),
                        "found %s; one of %s is required"
                                .formatted(Faults.quoted(name), IntegrityMethod.allNames()));
        return meant(name).map(method -> fault.fixedBy(method.wireName())).orElse(fault);
    }

    /// The method meant by the name that another table gives it: `SHA-512`, `sha2-512`, `sha3_512`.
    private static Optional<IntegrityMethod> meant(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
        for (IntegrityMethod method : IntegrityMethod.values()) {
            String ours = method.wireName().replace("-", "");
            if (plain.equals(ours) || plain.equals(ours.replaceFirst("^sha", "sha2"))) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private static Optional<Fault> digest(JsonTree integrity) {
        Optional<IntegrityMethod> method = integrity.text("method").flatMap(IntegrityMethod::named);
        Optional<String> value = integrity.text("value");
        if (method.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return DigestText.fault(method.get(), value.get())
                .map(wrong ->
                        new Fault(
                                integrity.pointer("value"),
                                "the digest " + wrong.message(),
                                wrong.fix()));
    }
}
