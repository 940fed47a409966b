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
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What WNM 1.3 says of the links of a message: `/req/core/links`.
final class LinksRules {

    private static final Requirement LINKS = Wnm.requirement("links");
    private static final Requirement ADVICE = Wnm.recommendation("links");
    private static final Pattern METADATA_TOPIC = Pattern.compile("(?s)wis2/[^/]+/metadata(/.*)?");

    /// Parts A and B, and the schema's part: a link at least, each with `href` and `rel`.
    static final Rule SHAPE =
            Rule.of(
                    LINKS.parts("AB"),
                    message -> {
                        var faults = new Faults();
                        faults.required(message, "links", JsonKind.ARRAY)
                                .ifPresent(links -> shape(links, faults));
                        return faults.found();
                    });

    /// Part D: an absolute URL of one of the four schemes, in every link.
    static final Rule URLS =
            Rule.of(
                    LINKS.parts("D"),
                    message -> {
                        var faults = new Faults();
                        for (JsonTree link : links(message)) {
                            link.text("href")
                                    .flatMap(href ->
                                            LinkUrl.fault(href)
                                                    .map(f -> Faults.quoted(href) + " " + f))
                                    .ifPresent(f -> faults.add(Fault.at(link.pointer("href"), f)));
                        }
                        return faults.found();
                    });

    /// Parts E, F, G and I: a message announces one thing, so exactly one of its links is primary.
    static final Rule ONE_PRIMARY = Rule.of(LINKS.parts("EFGI"), LinksRules::onePrimary);

    /// Part H: whoever withdraws a discovery record names it. That a message is about one is told by its topic, and by a
    /// `data_id` that is such a topic without channel and version (`/per/core/data_id`).
    static final Rule WITHDRAWN_RECORD_NAMED =
            Rule.of(
                    LINKS.parts("H"),
                    message ->
                            message.object("properties")
                                    .filter(p -> !p.has("metadata_id"))
                                    .filter(p ->
                                            p.text("data_id")
                                                    .filter(METADATA_TOPIC.asMatchPredicate())
                                                    .isPresent())
                                    .filter(_ -> withdraws(message))
                                    .map(p ->
                                            List.of(
                                                    Fault.at(
                                                            p.pointer("metadata_id"),
                                                            "metadata_id is absent; the deletion of"
                                                                + " a discovery record must name"
                                                                + " it")))
                                    .orElseGet(List::of));

    /// The length of what is linked counts bytes, so it is not negative; and it is a number that receivers can read.
    static final Rule LENGTH_COUNTS_BYTES =
            Rule.of(
                    ADVICE.parts("B"),
                    message ->
                            lengths(
                                    message,
                                    length -> length.signum() < 0 || length.bitLength() > 1023,
                                    "the length is %s; a number of bytes, 0 or more, is required"));

    /// The text has no bound, but most programs count in 64 bits, and no data are longer.
    static final Rule LENGTH_FITS =
            Rule.advice(
                    ADVICE.parts("B"),
                    message ->
                            lengths(
                                    message,
                                    length -> length.signum() > 0 && length.bitLength() > 63,
                                    "the length is %s, more than receivers can count; at most"
                                            + " 2^63-1 is meant"));

    /// Part B of the recommendation: the length of new data.
    static final Rule LENGTH_GIVEN =
            Rule.advice(
                    ADVICE.parts("B"),
                    message ->
                            toData(message).stream()
                                    .filter(link -> !link.has("length"))
                                    .map(link ->
                                            Fault.at(
                                                    link.pointer("length"),
                                                    "length is absent; the number of bytes should"
                                                            + " be given"))
                                    .toList());

    /// Some receivers compare the scheme with the case that everybody writes.
    static final Rule LOWER_CASE_SCHEME =
            Rule.advice(
                    LINKS.parts("D"),
                    message ->
                            links(message).stream()
                                    .filter(link ->
                                            link.text("href")
                                                    .filter(h -> !LinkUrl.hasLowerCaseScheme(h))
                                                    .isPresent())
                                    .map(link ->
                                            Fault.at(
                                                    link.pointer("href"),
                                                    "the scheme has capital letters, which some"
                                                        + " receivers refuse; lower case is taken"
                                                        + " by all"))
                                    .toList());

    /// A URL of the right form that leads nowhere.
    static final Rule SCHEME_ONCE =
            Rule.advice(
                    LINKS.parts("D"),
                    message ->
                            links(message).stream()
                                    .filter(link ->
                                            link.text("href")
                                                    .filter(LinkUrl::hasSchemeTwice)
                                                    .isPresent())
                                    .map(link ->
                                            Fault.at(
                                                    link.pointer("href"),
                                                    "the scheme seems to be written twice, so that"
                                                            + " the host is named after it; once is"
                                                            + " meant"))
                                    .toList());

    private LinksRules() {}

    private static List<JsonTree> links(JsonTree message) {
        return message.array("links").map(JsonTree::items).orElseGet(List::of);
    }

    /// The links that announce new data or a new state of them.
    static List<JsonTree> toData(JsonTree message) {
        return links(message).stream()
                .filter(link -> relation(link).filter(r -> r != LinkRelation.DELETION).isPresent())
                .toList();
    }

    private static List<Fault> lengths(
            JsonTree message, Predicate<BigInteger> wrong, String sentence) {
        var faults = new Faults();
        for (JsonTree link : links(message)) {
            link.integer("length")
                    .filter(wrong)
                    .ifPresent(length ->
                            faults.add(
                                    Fault.at(
                                            link.pointer("length"),
                                            sentence.formatted(Faults.quoted(length.toString())))));
        }
        return faults.found();
    }

    private static boolean withdraws(JsonTree message) {
        return links(message).stream()
                .flatMap(link -> relation(link).stream())
                .anyMatch(LinkRelation.DELETION::equals);
    }

    private static Optional<LinkRelation> relation(JsonTree link) {
        return link.text("rel").flatMap(LinkRelation::of);
    }

    private static void shape(JsonTree links, Faults faults) {
        if (links.size() == 0) {
            faults.add(Fault.at(links, "the array is empty; at least one link is required"));
        }
        for (JsonTree link : links.items()) {
            if (!faults.is(link, JsonKind.OBJECT)) {
                continue;
            }
            faults.required(link, "href", JsonKind.STRING);
            faults.required(link, "rel", JsonKind.STRING);
            faults.optional(link, "type", JsonKind.STRING);
            faults.optional(link, "hreflang", JsonKind.STRING);
            faults.optional(link, "title", JsonKind.STRING);
            faults.optional(link, "length", JsonKind.NUMBER)
                    .filter(length -> length.integer().isEmpty())
                    .ifPresent(length ->
                            faults.add(
                                    Fault.at(
                                            length,
                                            "found %s; a whole number is required"
                                                    .formatted(Faults.quoted(length)))));
            faults.optional(link, "security", JsonKind.OBJECT)
                    .ifPresent(security -> SecuritySchemes.judge(security, faults));
        }
    }

    private static List<Fault> onePrimary(JsonTree message) {
        List<JsonTree> links = links(message);
        var faults = new Faults();
        int primary = 0;
        for (JsonTree link : links) {
            if (relation(link).isPresent() && ++primary > 1) {
                faults.add(
                        Fault.at(
                                link.pointer("rel"),
                                "a second link has rel canonical, update or deletion; only one is"
                                        + " allowed"));
            }
        }
        if (primary == 0 && message.array("links").isPresent()) {
            faults.add(noPrimary(links));
        }
        return faults.found();
    }

    private static Fault noPrimary(List<JsonTree> links) {
        for (JsonTree link : links) {
            Optional<LinkRelation> meant = link.text("rel").flatMap(LinksRules::meant);
            if (meant.isPresent()) {
                return Fault.at(
                                link.pointer("rel"),
                                "found %s and no link with rel canonical, update or deletion; exactly one is required"
                                        .formatted(Faults.quoted(link.text("rel").orElse(""))))
                        .fixedBy(meant.get().wireName());
            }
        }
        return Fault.at(
                "/links", "no link has rel canonical, update or deletion; exactly one is required");
    }

    /// The relation meant by a near miss.
    private static Optional<LinkRelation> meant(String rel) {
        return switch (rel.strip().toLowerCase(Locale.ROOT)) {
            case "canonical" -> Optional.of(LinkRelation.CANONICAL);
            case "update", "updated" -> Optional.of(LinkRelation.UPDATE);
            case "deletion", "delete", "deleted" -> Optional.of(LinkRelation.DELETION);
            default -> Optional.empty();
        };
    }
}
