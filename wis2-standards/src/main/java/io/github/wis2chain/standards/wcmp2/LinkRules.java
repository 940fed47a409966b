package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.conformance.UriSyntax;
import io.github.wis2chain.standards.conformance.Verdict;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.topics.CentreId;
import io.github.wis2chain.standards.topics.TopicHierarchy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The links of a record: `/req/core/links`, with the channels by WTH 1.
final class LinkRules {

    private static final Requirement LINKS = Wcmp2.requirement("links");

    /// Relations of links that lead to words about the data, never to the data.
    private static final Set<String> ABOUT =
            Set.of(
                    "about",
                    "author",
                    "cite-as",
                    "copyright",
                    "describedby",
                    "glossary",
                    "help",
                    "icon",
                    "license",
                    "preview",
                    "privacy-policy",
                    "self",
                    "terms-of-service");

    private static final Set<String> MQTT = Set.of("mqtt", "mqtts");
    private static final Set<String> WEB_SOCKET = Set.of("ws", "wss");

    /// A URI, or a reference to one.
    static final Rule HREFS = Rule.of(LINKS.parts("A"), record -> on(record, LinkRules::href));

    /// A dataset has a link that may lead to data.
    static final Rule ACCESS =
            Rule.of(
                    LINKS.parts("B"),
                    record -> {
                        List<JsonTree> links = links(record);
                        boolean none =
                                ThemeRules.isDataset(record)
                                        && !links.isEmpty()
                                        && links.stream()
                                                .allMatch(link ->
                                                        link.text("rel")
                                                                .filter(ABOUT::contains)
                                                                .isPresent());
                        return none
                                ? List.of(
                                        Fault.at(
                                                "/links",
                                                "no link leads to data; a dataset must have one,"
                                                        + " such as rel items or data"))
                                : List.of();
                    });

    /// Access control is described.
    static final Rule SECURITY =
            Rule.of(LINKS.parts("D"), record -> on(record, LinkRules::security));

    /// MQTT is reached by mqtt or mqtts.
    static final Rule SCHEMES = Rule.of(LINKS.parts("E"), record -> on(record, LinkRules::scheme));

    /// Real-time data names its topic, and the topic is one of the centre, the policy and WTH.
    static Rule channels(TopicHierarchy hierarchy) {
        return Rule.of(
                LINKS.parts("F"),
                record -> {
                    var faults = new Faults();
                    links(record).forEach(link -> channel(hierarchy, record, link, faults));
                    return faults.found();
                });
    }

    /// Relations are registered at IANA or with WMO.
    static final Rule RELATIONS =
            Rule.of(LINKS.parts("G"), record -> on(record, LinkRules::relation));

    private LinkRules() {}

    static List<JsonTree> links(JsonTree record) {
        return record.each("/links").filter(JsonTree::isObject).toList();
    }

    static List<JsonTree> withRelation(JsonTree record, String relation) {
        return links(record).stream()
                .filter(link -> link.text("rel").filter(relation::equals).isPresent())
                .toList();
    }

    private interface Check {
        void judge(JsonTree link, Faults faults);
    }

    private static List<Fault> on(JsonTree record, Check check) {
        var faults = new Faults();
        links(record).forEach(link -> check.judge(link, faults));
        return faults.found();
    }

    private static void href(JsonTree link, Faults faults) {
        link.member("href")
                .ifPresent(href -> {
                    Optional<String> text = href.text();
                    if (text.filter(t -> t.isEmpty() || !UriSyntax.isReference(t)).isPresent()) {
                        faults.add(
                                href,
                                "%s is no URI of RFC 3986, which is required"
                                        .formatted(Faults.quoted(text.orElseThrow())));
                    }
                });
    }

    private static void relation(JsonTree link, Faults faults) {
        Optional<JsonTree> rel = link.member("rel");
        if (rel.isEmpty()) {
            faults.add(
                    Fault.at(
                            link.pointer("rel"),
                            "rel is absent; a relation of IANA or WMO is required"));
            return;
        }
        Set<String> known = CodeLists.standard().linkRelations();
        Optional<String> text = rel.get().text().filter(t -> !known.contains(t));
        if (text.isPresent()) {
            Fault fault =
                    Fault.at(
                            rel.get(),
                            "%s is no relation of IANA or WMO; one of them is required"
                                    .formatted(Faults.quoted(text.get())));
            String lower = text.get().strip().toLowerCase(Locale.ROOT);
            faults.add(known.contains(lower) ? fault.fixedBy(lower) : fault);
        }
    }

    private static void security(JsonTree link, Faults faults) {
        for (JsonTree scheme : link.object("security").map(JsonTree::members).orElseGet(List::of)) {
            boolean described =
                    scheme.text("description").filter(text -> !text.isBlank()).isPresent();
            if (scheme.isObject() && !described) {
                faults.add(
                        Fault.at(
                                scheme.pointer("description"),
                                "description is absent or blank; what access needs must be told"));
            }
        }
    }

    private static void scheme(JsonTree link, Faults faults) {
        Optional<JsonTree> href = link.member("href");
        String scheme = UriSyntax.scheme(href.flatMap(JsonTree::text).orElse(""));
        if (WEB_SOCKET.contains(scheme)) {
            faults.add(
                    href.orElseThrow(),
                    "found the scheme %s; mqtt or mqtts is required for MQTT".formatted(scheme));
        }
    }

    private static void channel(
            TopicHierarchy hierarchy, JsonTree record, JsonTree link, Faults faults) {
        Optional<JsonTree> given = link.member("channel");
        String topic = given.flatMap(JsonTree::text).orElse("");
        String scheme = UriSyntax.scheme(link.text("href").orElse(""));
        boolean broker = MQTT.contains(scheme) || WEB_SOCKET.contains(scheme);
        if (topic.isBlank()) {
            boolean hub = link.text("rel").filter("hub"::equals).isPresent();
            // Of one that is no text the schema has told.
            boolean text = given.filter(channel -> channel.text().isEmpty()).isEmpty();
            if (broker && !hub && text) {
                faults.add(
                        Fault.at(
                                link.pointer("channel"),
                                "channel is absent or blank; the topic is required on a link to a"
                                        + " broker that is no hub"));
            }
            return;
        }
        JsonTree at = given.orElseThrow();
        if (topic.startsWith("origin/a/wis2") || topic.startsWith("cache/a/wis2")) {
            topic(hierarchy, record, at, topic, faults);
        } else if (broker ? meansWis2(topic) : isNearly(topic)) {
            faults.add(
                    at,
                    "%s is no topic of WIS2; origin/a/wis2/ or cache/a/wis2/ is required at its begin"
                            .formatted(Faults.quoted(topic)));
        }
    }

    /// Topics of other systems are nobody's business; misspelt ones of this system are.
    private static boolean meansWis2(String topic) {
        String lower = topic.strip().toLowerCase(Locale.ROOT);
        return !topic.startsWith("monitor/a/wis2/")
                && (lower.contains("a/wis2")
                        || lower.contains("wis2/")
                        || lower.startsWith("origin/")
                        || lower.startsWith("cache/"));
    }

    /// Other links may have channels of any system, so only another case and what stands around count.
    private static boolean isNearly(String topic) {
        String lower = topic.strip().toLowerCase(Locale.ROOT);
        String bare = lower.startsWith("/") ? lower.substring(1) : lower;
        return bare.startsWith("origin/a/wis2") || bare.startsWith("cache/a/wis2");
    }

    private static void topic(
            TopicHierarchy hierarchy, JsonTree record, JsonTree at, String topic, Faults faults) {
        // On the channel of the caches the same terms are valid as on that of the origin.
        String origin =
                topic.startsWith("cache/") ? "origin" + topic.substring("cache".length()) : topic;
        Optional<CentreId> centre =
                IdentifierRules.centreOf(record).filter(CentreId::isWellFormed).map(CentreId::new);
        Report report =
                centre.map(id -> hierarchy.validatePublication(origin, id))
                        .orElseGet(() -> hierarchy.validatePublication(origin));
        for (Finding finding : report.findings(Verdict.FAILED)) {
            Fault fault = Fault.at(at, "in the channel " + finding.message());
            faults.add(
                    finding.fix()
                            .map(fix ->
                                    fault.fixedBy(
                                            topic.startsWith("cache/")
                                                    ? "cache" + fix.substring("origin".length())
                                                    : fix))
                            .orElse(fault));
        }
        policy(record, at, topic, faults);
    }

    private static void policy(JsonTree record, JsonTree at, String topic, Faults faults) {
        String[] levels = topic.split("/", 8);
        Optional<String> policy = record.at("/properties/wmo:dataPolicy").flatMap(JsonTree::text);
        if (levels.length > 5
                && levels[4].equals("data")
                && policy.filter(p -> !p.equals(levels[5])).isPresent()) {
            faults.add(
                    at,
                    "level 6 is %s; the data policy of the record, %s, is required"
                            .formatted(
                                    Faults.quoted(levels[5]), Faults.quoted(policy.orElseThrow())));
        }
    }
}
