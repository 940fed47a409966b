package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The indicators that open links: `links_health` and `graphic_overview_for_metadata_records`.
///
/// Without a probe they are skipped as wholes, since points taken without a network compare with no others.
final class LinkKpis {

    private static final String NO_PROBE = "Links were not opened, because no means was given.";

    private LinkKpis() {}

    static KpiResult graphicOverview(JsonTree record, KpiPorts ports) {
        var points = new Points("graphic_overview_for_metadata_records");
        Map<String, JsonTree> byHref = new LinkedHashMap<>();
        for (JsonTree link : LinkRules.links(record)) {
            link.text("href").ifPresent(href -> byHref.put(href, link));
        }
        byHref.values().removeIf(link -> link.text("rel").filter("preview"::equals).isEmpty());
        if (byHref.isEmpty()) {
            return points.result();
        }
        if (ports.links().isEmpty()) {
            return points.skip(3 * byHref.size(), NO_PROBE).result();
        }
        byHref.forEach((href, link) -> {
            points.add(true, "");
            switch (open(ports.links().get(), href)) {
                case LinkProbe.Answer.NotOpened not -> points.skip(2, notOpened(href, not));
                case LinkProbe.Answer.Served(boolean accessible, Optional<String> mediaType) -> {
                    boolean picture =
                            link.text("type").filter(LinkKpis::isPicture).isPresent()
                                    && mediaType.filter(LinkKpis::isPicture).isPresent();
                    points.add(
                                    picture,
                                    "The preview %s is not declared and served as a picture of the web."
                                            .formatted(href))
                            .add(accessible, "The preview %s is not accessible.".formatted(href));
                }
            }
        });
        return points.result();
    }

    static KpiResult linksHealth(JsonTree record, Profile profile, KpiPorts ports) {
        var points = new Points("links_health");
        Map<String, Optional<String>> urls = urls(record);
        if (ports.links().isEmpty()) {
            return urls.isEmpty()
                    ? points.result()
                    : points.skip(2 * urls.size(), NO_PROBE).result();
        }
        Set<String> known =
                switch (profile) {
                    case REFERENCE -> CodeLists.standard().referenceMediaTypes();
                    case STRICT -> CodeLists.standard().mediaTypes();
                };
        urls.forEach((url, declared) -> {
            switch (open(ports.links().get(), url)) {
                case LinkProbe.Answer.NotOpened not -> points.skip(2, notOpened(url, not));
                case LinkProbe.Answer.Served(boolean accessible, Optional<String> mediaType) ->
                        points.add(accessible, "The link %s is not accessible.".formatted(url))
                                .add(
                                        declared.or(() -> mediaType)
                                                .filter(known::contains)
                                                .isPresent(),
                                        "The link %s has no known media type.".formatted(url));
            }
        });
        return points.result();
    }

    /// All addresses that the two indicators open.
    static Set<String> toOpen(JsonTree record) {
        return Set.copyOf(urls(record).keySet());
    }

    private static boolean isOfTheWeb(String url) {
        return url.startsWith("http");
    }

    private static boolean isPicture(String type) {
        return CodeLists.standard().webImageTypes().contains(type);
    }

    /// The addresses of the web in a record, with the declared type of each; of several occurrences the last counts.
    private static Map<String, Optional<String>> urls(JsonTree record) {
        Map<String, Optional<String>> urls = new LinkedHashMap<>();
        for (JsonTree link : LinkRules.links(record)) {
            link.text("href").ifPresent(href -> urls.put(href, link.text("type")));
        }
        record.each("/properties/themes")
                .forEach(theme -> {
                    theme.text("scheme").ifPresent(scheme -> urls.put(scheme, Optional.empty()));
                    theme.each("/concepts")
                            .flatMap(concept -> concept.text("url").stream())
                            .forEach(url -> urls.put(url, Optional.empty()));
                });
        record.each("/properties/contacts")
                .flatMap(contact -> contact.each("/links"))
                .flatMap(link -> link.text("href").stream())
                .forEach(href -> urls.put(href, Optional.empty()));
        urls.keySet().removeIf(url -> !isOfTheWeb(url));
        return urls;
    }

    private static String notOpened(String url, LinkProbe.Answer.NotOpened not) {
        return "The link %s was not opened: %s".formatted(url, not.reason());
    }

    private static LinkProbe.Answer open(LinkProbe probe, String url) {
        // What is no address of the web cannot be opened by it either.
        return isOfTheWeb(url) ? probe.open(url) : LinkProbe.Answer.INACCESSIBLE;
    }
}
