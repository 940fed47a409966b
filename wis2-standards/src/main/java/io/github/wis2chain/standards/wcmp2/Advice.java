package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.UriSyntax;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.List;
import java.util.Optional;

/// What WCMP2 2.3 recommends, and what the catalogues drop although the text allows it.
final class Advice {

    private static final Rule KEYWORDS = given("keywords", "keywords");
    private static final Rule PIDS = given("pids", "externalIds");

    private static final Rule RIGHTS =
            Rule.advice(
                    Wcmp2.recommendation("data_policy_conditions"),
                    record ->
                            ThemeRules.isDataset(record)
                                            && !record.at("/properties/rights").isPresent()
                                    ? List.of(
                                            Fault.at(
                                                    "/properties/rights",
                                                    "rights is absent; a sentence on the conditions"
                                                            + " of use is recommended"))
                                    : List.of());

    private static final Rule STATUS =
            Rule.advice(
                    Wcmp2.recommendation("status"),
                    record ->
                            record.at("/properties/wmo:status")
                                    .map(status ->
                                            List.of(
                                                    Fault.at(
                                                            status,
                                                            "found wmo:status; the text calls it"
                                                                    + " status")))
                                    .orElseGet(List::of));

    /// The schema knows it by another name only, so that nobody else looks at it.
    private static final Rule STATUS_SHAPE =
            Rule.advice(
                    Wcmp2.recommendation("status"),
                    record -> {
                        var faults = new Faults();
                        record.at("/properties/status")
                                .filter(status -> faults.is(status, JsonKind.OBJECT))
                                .ifPresent(status -> {
                                    faults.required(status, "id", JsonKind.STRING);
                                    faults.optional(
                                            status,
                                            List.of("title", "description", "url"),
                                            JsonKind.STRING);
                                });
                        return faults.found();
                    });

    /// Keyed by members of notifications, each with a JSON Schema.
    private static final Rule FILTERS =
            Rule.advice(
                    Wcmp2.recommendation("client_side_filters"),
                    record -> {
                        var faults = new Faults();
                        for (JsonTree link : LinkRules.links(record)) {
                            link.member("filters")
                                    .filter(filters -> faults.is(filters, JsonKind.OBJECT))
                                    .ifPresent(filters ->
                                            filters.members()
                                                    .forEach(filter -> schema(filter, faults)));
                        }
                        return faults.found();
                    });

    /// The text and the schema spell it differently.
    private static final Rule NUMBER_OF_FILES =
            Rule.advice(
                    Wcmp2.recommendation("distribution"),
                    record -> {
                        var faults = new Faults();
                        LinkRules.links(record).stream()
                                .flatMap(link -> link.each("/distribution/availableFormats"))
                                .forEach(format -> numberOfFiles(format, faults));
                        return faults.found();
                    });

    private static final Rule COUNTRY =
            Rule.advice(
                    Wcmp2.recommendation("contacts"),
                    record -> {
                        var faults = new Faults();
                        record.each("/properties/contacts")
                                .flatMap(contact -> contact.each("/addresses"))
                                .flatMap(address -> address.member("country").stream())
                                .filter(country ->
                                        country.text()
                                                .filter(text -> !Countries.isAlpha3(text))
                                                .isPresent())
                                .forEach(country -> faults.add(country(country)));
                        return faults.found();
                    });

    private static final Rule RESOLUTION =
            Rule.advice(
                    Wcmp2.recommendation("extent_temporal"),
                    record -> {
                        Optional<JsonTree> time = record.object("time");
                        return time.filter(t -> t.has("interval") && !t.has("resolution"))
                                .map(t ->
                                        List.of(
                                                Fault.at(
                                                        t.pointer("resolution"),
                                                        "resolution is absent; where the interval"
                                                                + " of the data is known, it is"
                                                                + " recommended")))
                                .orElseGet(List::of);
                    });

    private static final Rule SECURE_LINKS =
            Rule.advice(
                    Wcmp2.recommendation("links"),
                    record -> {
                        var faults = new Faults();
                        for (JsonTree link : LinkRules.links(record)) {
                            Optional<JsonTree> href = link.member("href");
                            String text = href.flatMap(JsonTree::text).orElse("");
                            if (UriSyntax.scheme(text).equals("http")) {
                                faults.add(
                                        href.orElseThrow(),
                                        "found http; a secure protocol is recommended");
                            }
                            if (!link.has("type")) {
                                faults.add(
                                        Fault.at(
                                                link.pointer("type"),
                                                "type is absent; a media type is recommended"));
                            }
                        }
                        return faults.found();
                    });

    private static final Rule SAMPLES =
            Rule.advice(
                    Wcmp2.recommendation("distribution"),
                    record -> {
                        var faults = new Faults();
                        LinkRules.links(record).stream()
                                .flatMap(link -> link.each("/distribution/availableFormats"))
                                .flatMap(format -> format.array("samples").stream())
                                .filter(samples -> samples.size() > 0)
                                .forEach(samples ->
                                        faults.add(
                                                samples,
                                                "an array of samples makes the official validator"
                                                        + " abort, and the catalogues drop the"
                                                        + " record; one object is safe"));
                        return faults.found();
                    });

    private static final Rule POLICY_OF_SERVICE =
            Rule.advice(
                    Wcmp2.requirement("data_policy"),
                    record -> {
                        boolean policy = record.at("/properties/wmo:dataPolicy").isPresent();
                        var faults = new Faults();
                        if (!policy && !ThemeRules.isDataset(record)) {
                            LinkRules.links(record).stream()
                                    .flatMap(link -> link.member("channel").stream())
                                    .filter(channel ->
                                            channel.text().filter(Advice::isOfData).isPresent())
                                    .forEach(channel ->
                                            faults.add(
                                                    channel,
                                                    "the channel carries data, and wmo:dataPolicy"
                                                        + " is absent; the catalogues drop such a"
                                                        + " record"));
                        }
                        return faults.found();
                    });

    static final List<Rule> RULES =
            List.of(
                    PropertyRules.ROLES_GIVEN,
                    ThemeRules.DISCIPLINE_OF_OTHERS,
                    ExtentRules.THREE_NUMBERS,
                    SAMPLES,
                    POLICY_OF_SERVICE,
                    KEYWORDS,
                    RESOLUTION,
                    COUNTRY,
                    PIDS,
                    STATUS,
                    STATUS_SHAPE,
                    FILTERS,
                    NUMBER_OF_FILES,
                    RIGHTS,
                    SECURE_LINKS);

    private Advice() {}

    private static Rule given(String recommendation, String member) {
        return Rule.advice(
                Wcmp2.recommendation(recommendation),
                record ->
                        record.object("properties")
                                .filter(properties -> !properties.has(member))
                                .map(properties ->
                                        List.of(
                                                Fault.at(
                                                        properties.pointer(member),
                                                        member + " is absent; it is recommended")))
                                .orElseGet(List::of));
    }

    /// A JSON Schema is an object, or whether all or nothing is meant.
    private static void schema(JsonTree filter, Faults faults) {
        if (filter.kind() != JsonKind.OBJECT && filter.kind() != JsonKind.BOOLEAN) {
            faults.add(
                    filter,
                    "found %s; a JSON Schema of the member is meant"
                            .formatted(filter.kind().words()));
        }
    }

    private static void numberOfFiles(JsonTree format, Faults faults) {
        faults.optional(format, "numberOfFiles", JsonKind.STRING);
        format.member("numberOFiles")
                .filter(_ -> !format.has("numberOfFiles"))
                .ifPresent(misspelt ->
                        faults.add(
                                misspelt, "found numberOFiles; the text calls it numberOfFiles"));
    }

    private static Fault country(JsonTree country) {
        Fault fault =
                Fault.at(
                        country,
                        "found %s; a code of ISO 3166-1 alpha-3 is recommended"
                                .formatted(Faults.quoted(country.text().orElse(""))));
        return country.text().flatMap(Countries::codeOf).map(fault::fixedBy).orElse(fault);
    }

    private static boolean isOfData(String channel) {
        String[] levels = channel.split("/", 7);
        return (channel.startsWith("origin/a/wis2/") || channel.startsWith("cache/a/wis2/"))
                && levels.length > 5
                && levels[4].equals("data");
    }
}
