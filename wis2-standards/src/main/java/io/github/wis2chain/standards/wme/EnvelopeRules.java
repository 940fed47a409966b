package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.conformance.DateTime;
import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// What WME says of the attributes of a monitoring event as a CloudEvent.
final class EnvelopeRules {

    private static final int UUID_LENGTH = 36;

    /// `/req/…/id`: a UUID.
    static final Rule ID =
            member(
                    "id",
                    "id",
                    text ->
                            uuid(text).isPresent()
                                    ? Optional.empty()
                                    : Optional.of("a UUID of RFC 4122 is required"));

    /// The recommendation `id`: one of version 4.
    static final Rule RANDOM_ID =
            Rule.advice(
                    Wme.recommendation("id"),
                    event ->
                            event.text("id")
                                    .flatMap(EnvelopeRules::uuid)
                                    .filter(id -> id.version() != 4)
                                    .map(id ->
                                            List.of(
                                                    Fault.at(
                                                            "/id",
                                                            "the UUID %s is not of version 4, which is recommended"
                                                                    .formatted(id))))
                                    .orElseGet(List::of));

    static final Rule VERSION = constant("version", "specversion", "1.0");

    /// `/req/…/type`: one of the code list.
    static final Rule TYPE = member("type", "type", EnvelopeRules::typeFault);

    static final Rule SOURCE = member("source", "source", EnvelopeRules::centreFault);

    static final Rule SUBJECT = member("subject", "subject", EnvelopeRules::centreFault);

    /// `/req/…/time`: RFC 3339 in UTC.
    static final Rule TIME = member("time", "time", EnvelopeRules::timeFault);

    static final Rule DATACONTENTTYPE =
            constant("datacontenttype", "datacontenttype", "application/json");

    static final Rule DATASCHEMA = constant("dataschema", "dataschema", Wme.DATA_SCHEMA);

    private EnvelopeRules() {}

    /// The UUID of a text in its canonical form, in any case.
    static Optional<UUID> uuid(String text) {
        if (text.length() != UUID_LENGTH) {
            return Optional.empty();
        }
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equalsIgnoreCase(text) ? Optional.of(uuid) : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Rule member(
            String test, String name, Function<String, Optional<String>> demand) {
        return Rule.of(
                Wme.requirement(test),
                event -> {
                    var faults = new Faults();
                    faults.required(event, name, JsonKind.STRING)
                            .ifPresent(value -> judge(value, demand, faults));
                    return faults.found();
                });
    }

    private static void judge(
            JsonTree value, Function<String, Optional<String>> demand, Faults faults) {
        String text = value.text().orElse("");
        demand.apply(text)
                .ifPresent(words ->
                        faults.add(value, "found %s; %s".formatted(Faults.quoted(text), words)));
    }

    private static Rule constant(String test, String name, String only) {
        return Rule.of(
                Wme.requirement(test),
                event -> {
                    var faults = new Faults();
                    faults.required(event, name, JsonKind.STRING)
                            .filter(value -> !value.text().equals(Optional.of(only)))
                            .ifPresent(value ->
                                    faults.add(
                                            Fault.at(
                                                            value,
                                                            "found %s; %s is required"
                                                                    .formatted(
                                                                            Faults.quoted(value),
                                                                            only))
                                                    .fixedBy(only)));
                    return faults.found();
                });
    }

    private static Optional<String> typeFault(String type) {
        String generic = Wme.TYPE_PREFIX + "." + Wme.GENERIC;
        boolean known =
                type.equals(generic)
                        || (type.startsWith(generic + ".")
                                && Wme.KINDS.contains(type.substring(generic.length() + 1)));
        return known
                ? Optional.empty()
                : Optional.of(
                        "%s, or that with a dot and an entry of the list of event types, is required"
                                .formatted(generic));
    }

    private static Optional<String> centreFault(String centre) {
        return TopicHierarchy.standard().standing(centre).mayPublish()
                ? Optional.empty()
                : Optional.of("a registered centre-id is required");
    }

    private static Optional<String> timeFault(String time) {
        boolean utc = DateTime.read(time) instanceof DateTime.Moment moment && moment.isUtc();
        return utc
                ? Optional.empty()
                : Optional.of("an RFC 3339 time in UTC such as 2026-01-31T06:00:00Z is required");
    }
}
