package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What WNM 1.3 says of data carried inside a message: `/req/core/content`.
final class ContentRules {

    private static final Requirement CONTENT = Wnm.requirement("content");
    private static final BigInteger MAX_SIZE = BigInteger.valueOf(Content.MAX_BYTES);

    /// The schema's part: the three members, a known encoding, at most 4096 bytes before and characters after it.
    static final Rule SHAPE =
            Rule.of(
                    CONTENT,
                    message -> {
                        var faults = new Faults();
                        message.object("properties")
                                .flatMap(p -> faults.optional(p, "content", JsonKind.OBJECT))
                                .ifPresent(content -> shape(content, faults));
                        return faults.found();
                    });

    /// The text's part: at most 4096 bytes encoded, and decodable to data of the size stated.
    static final Rule DECODABLE =
            Rule.of(
                    CONTENT,
                    message ->
                            message.object("properties")
                                    .flatMap(p -> p.object("content"))
                                    .flatMap(ContentRules::decodable)
                                    .map(List::of)
                                    .orElseGet(List::of));

    private ContentRules() {}

    private static void shape(JsonTree content, Faults faults) {
        faults.required(content, "encoding", JsonKind.STRING)
                .flatMap(JsonTree::text)
                .filter(name -> ContentEncoding.named(name).isEmpty())
                .ifPresent(name ->
                        faults.add(
                                Fault.at(
                                        content.pointer("encoding"),
                                        "found %s; one of utf-8, base64, gzip is required"
                                                .formatted(Faults.quoted(name)))));
        faults.required(content, "size", JsonKind.NUMBER)
                .ifPresent(size -> {
                    Optional<BigInteger> whole = size.integer();
                    if (whole.isEmpty()) {
                        faults.add(
                                Fault.at(
                                        size,
                                        "found %s; a whole number is required"
                                                .formatted(Faults.quoted(size))));
                    } else if (whole.get().compareTo(MAX_SIZE) > 0) {
                        faults.add(
                                Fault.at(
                                        size,
                                        "found %s; at most %s bytes are allowed"
                                                .formatted(Faults.quoted(size), MAX_SIZE)));
                    }
                });
        faults.required(content, "value", JsonKind.STRING)
                .flatMap(JsonTree::text)
                .filter(value ->
                        value.length() > Content.MAX_BYTES
                                && value.codePointCount(0, value.length()) > Content.MAX_BYTES)
                .ifPresent(value ->
                        faults.add(
                                Fault.at(
                                        content.pointer("value"),
                                        String.format(
                                                Locale.ROOT,
                                                "the value has %d characters; at most %d are"
                                                        + " allowed",
                                                value.codePointCount(0, value.length()),
                                                Content.MAX_BYTES))));
    }

    private static Optional<Fault> decodable(JsonTree content) {
        Optional<ContentEncoding> encoding =
                content.text("encoding").flatMap(ContentEncoding::named);
        Optional<BigInteger> size = content.integer("size");
        Optional<String> value = content.text("value");
        if (encoding.isEmpty() || size.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        return ContentText.fault(encoding.get(), size.get(), value.get())
                .map(fault -> Fault.at(content, "the content " + fault));
    }
}
