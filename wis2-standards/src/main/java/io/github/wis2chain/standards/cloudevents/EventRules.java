package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What CloudEvents 1.0 demands of an event in the JSON format.
///
/// A member that is null counts as absent (JSON format 1.0, section 2.2), except `data`.
final class EventRules {

    static final List<Rule> ALL =
            List.of(
                    required("id"),
                    required("source"),
                    required("type"),
                    required("specversion"),
                    value("specversion", EventRules::versionFault),
                    value("source", UriText::referenceFault),
                    optional("subject"),
                    optional("time"),
                    value("time", EventRules::timeFault),
                    optional("dataschema"),
                    value("dataschema", UriText::absoluteFault),
                    optional("datacontenttype"),
                    value("datacontenttype", EventRules::mediaTypeFault),
                    Rule.of(CloudEvents.requirement("naming"), EventRules::misnamed),
                    Rule.advice(CloudEvents.requirement("naming"), EventRules::longNames),
                    Rule.of(CloudEvents.requirement("type-system"), EventRules::strangeValues),
                    Rule.of(CloudEvents.requirement("type-system"), EventRules::strangeCharacters),
                    Rule.of(CloudEvents.requirement("data"), EventRules::data));

    private static final int LONGEST_RECOMMENDED_NAME = 20;

    private EventRules() {}

    /// The member of that name, unless it is absent or null.
    static Optional<JsonTree> attribute(JsonTree event, String name) {
        return event.member(name).filter(value -> !value.isNull());
    }

    /// The attributes that the specification does not define, nulls left out.
    static Stream<JsonTree> extensions(JsonTree event) {
        return event.members().stream()
                .filter(member -> !member.isNull())
                .filter(member ->
                        !CloudEvents.isDefined(member.name())
                                && !CloudEvents.isData(member.name()));
    }

    private static Rule required(String name) {
        return Rule.of(
                CloudEvents.requirement(name),
                event ->
                        attribute(event, name)
                                .map(value -> notText(value, name))
                                .orElseGet(() ->
                                        List.of(
                                                Fault.at(
                                                        event.pointer(name),
                                                        "%s is missing; every event requires it"
                                                                .formatted(name)))));
    }

    private static Rule optional(String name) {
        return Rule.of(
                CloudEvents.requirement(name),
                event ->
                        attribute(event, name)
                                .map(value -> notText(value, name))
                                .orElse(List.of()));
    }

    private static List<Fault> notText(JsonTree value, String name) {
        Optional<String> text = value.text();
        if (text.isEmpty()) {
            return List.of(
                    Fault.at(
                            value,
                            "%s is %s; a string is required"
                                    .formatted(name, value.kind().words())));
        }
        return text.get().isEmpty()
                ? List.of(
                        Fault.at(
                                value,
                                "%s is empty; a string of at least one character is required"
                                        .formatted(name)))
                : List.of();
    }

    /// A rule about an attribute that is a string and not empty; what the function gives stands
    /// after the name and the value.
    private static Rule value(String name, Function<String, Optional<String>> fault) {
        return Rule.of(
                CloudEvents.requirement(name),
                event ->
                        event.text(name)
                                .filter(text -> !text.isEmpty())
                                .flatMap(text ->
                                        fault.apply(text)
                                                .map(words ->
                                                        "%s [%s] %s"
                                                                .formatted(
                                                                        name,
                                                                        shortened(text),
                                                                        words)))
                                .map(words -> List.of(Fault.at(event.pointer(name), words)))
                                .orElse(List.of()));
    }

    private static Optional<String> versionFault(String version) {
        return version.equals(CloudEvents.VERSION)
                ? Optional.empty()
                : Optional.of("is not known; %s is required".formatted(CloudEvents.VERSION));
    }

    private static Optional<String> timeFault(String time) {
        return switch (DateTime.read(time)) {
            case DateTime.Moment _ -> Optional.empty();
            case DateTime.Malformed(String reason) ->
                    Optional.of(
                            reason
                                    + "; a time of RFC 3339 such as 2026-01-31T12:00:00Z is"
                                    + " required");
        };
    }

    private static Optional<String> mediaTypeFault(String mediaType) {
        return MediaTypeText.isMediaType(mediaType)
                ? Optional.empty()
                : Optional.of(
                        "is not a media type; a type and a subtype such as application/json are"
                                + " required");
    }

    private static List<Fault> misnamed(JsonTree event) {
        List<Fault> faults = new ArrayList<>();
        extensions(event)
                .filter(extension -> !CloudEvents.isAttributeName(extension.name()))
                .limit(Rule.MOST_FAULTS)
                .forEach(extension -> {
                    String lower = extension.name().toLowerCase(Locale.ROOT);
                    Fault fault =
                            Fault.at(
                                    extension,
                                    "the attribute name [%s] has other characters than a-z and 0-9, the only ones allowed"
                                            .formatted(shortened(extension.name())));
                    faults.add(CloudEvents.isDefined(lower) ? fault.fixedBy(lower) : fault);
                });
        return faults;
    }

    private static List<Fault> longNames(JsonTree event) {
        return extensions(event)
                .filter(extension -> extension.name().length() > LONGEST_RECOMMENDED_NAME)
                .limit(Rule.MOST_FAULTS)
                .map(extension ->
                        Fault.at(
                                extension,
                                String.format(
                                        Locale.ROOT,
                                        "the attribute name has %d characters; at most %d are"
                                                + " recommended",
                                        extension.name().length(),
                                        LONGEST_RECOMMENDED_NAME)))
                .toList();
    }

    private static List<Fault> strangeValues(JsonTree event) {
        return extensions(event)
                .filter(extension -> extensionText(extension).isEmpty())
                .limit(Rule.MOST_FAULTS)
                .map(extension ->
                        Fault.at(
                                extension,
                                "the attribute is %s; a string, a boolean or an integer of 32 bits is required"
                                        .formatted(
                                                extension.number().isPresent()
                                                        ? "the number "
                                                                + shortened(extension.toString())
                                                        : extension.kind().words())))
                .toList();
    }

    /// The string form of an extension's value; empty when its type is none of CloudEvents.
    static Optional<String> extensionText(JsonTree extension) {
        return switch (extension.kind()) {
            case STRING -> extension.text();
            case BOOLEAN -> extension.bool().map(Object::toString);
            case NUMBER ->
                    extension
                            .integer()
                            .filter(integer -> integer.bitLength() < Integer.SIZE)
                            .map(Object::toString);
            case OBJECT, ARRAY, NULL -> Optional.empty();
        };
    }

    private static List<Fault> strangeCharacters(JsonTree event) {
        return event.members().stream()
                .filter(member -> !CloudEvents.isData(member.name()))
                .filter(member -> member.text().filter(EventRules::hasForbidden).isPresent())
                .limit(Rule.MOST_FAULTS)
                .map(member ->
                        Fault.at(
                                member,
                                "the attribute has a control character or a Unicode non-character;"
                                        + " neither is allowed"))
                .toList();
    }

    private static boolean hasForbidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            // Surrogates are looked at as the pair that they are.
            int codePoint = text.codePointAt(i);
            if (isForbidden(codePoint)) {
                return true;
            }
            i += Character.charCount(codePoint) - 1;
        }
        return false;
    }

    /// Control characters and code points that Unicode sets aside (CloudEvents 1.0, type system).
    private static boolean isForbidden(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint & 0xFFFE) == 0xFFFE
                || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static List<Fault> data(JsonTree event) {
        Optional<JsonTree> base64 = attribute(event, CloudEvents.DATA_BASE64);
        if (base64.isEmpty()) {
            return List.of();
        }
        if (attribute(event, CloudEvents.DATA).isPresent()) {
            return List.of(
                    Fault.at(
                            base64.get(),
                            "the event has data and data_base64; only one of them is allowed"));
        }
        Optional<String> text = base64.get().text();
        if (text.isEmpty()) {
            return List.of(
                    Fault.at(
                            base64.get(),
                            "data_base64 is %s; a string is required"
                                    .formatted(base64.get().kind().words())));
        }
        return isBase64(text.get())
                ? List.of()
                : List.of(
                        Fault.at(
                                base64.get(),
                                "data_base64 is not standard base64 (RFC 4648, section 4)"));
    }

    private static boolean isBase64(String text) {
        try {
            return text.length() % 4 == 0 && Base64.getDecoder().decode(text) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /// The text, cut when it is too long for a sentence.
    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
