package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wcmp2.Wcmp2;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What WME says of the data of a monitoring event.
final class DataRules {

    private static final Set<String> SCHEMES = Set.of("http", "https", "ftp", "sftp");

    /// `/req/…/data`: an object, with `content` or `links` or both.
    static final Rule DATA =
            Rule.of(
                    Wme.requirement("data"),
                    event -> {
                        var faults = new Faults();
                        faults.required(event, "data", JsonKind.OBJECT)
                                .filter(data -> !data.has("content") && !data.has("links"))
                                .ifPresent(data ->
                                        faults.add(
                                                data,
                                                "the data have neither content nor links; one of"
                                                        + " both is required"));
                        return faults.found();
                    });

    /// `/req/…/data_conformance`: an array that names the conformance class.
    static final Rule CONFORMANCE =
            inData(
                    "data_conformance",
                    (data, faults) ->
                            faults.required(data, "conformsTo", JsonKind.ARRAY)
                                    .filter(classes ->
                                            classes.items().stream()
                                                    .flatMap(item -> item.text().stream())
                                                    .noneMatch(Wme.CONFORMANCE_CLASS::equals))
                                    .ifPresent(classes ->
                                            faults.add(
                                                    classes,
                                                    "no element is %s; one is required"
                                                            .formatted(Wme.CONFORMANCE_CLASS))));

    /// `/req/…/data_severity`: one of five words in capital letters.
    static final Rule SEVERITY =
            inData(
                    "data_severity",
                    (data, faults) ->
                            faults.required(data, "severity", JsonKind.STRING)
                                    .ifPresent(value -> severity(value, faults)));

    /// `/req/…/data_content`: an object, if it is there.
    static final Rule CONTENT =
            inData(
                    "data_content",
                    (data, faults) -> faults.optional(data, "content", JsonKind.OBJECT));

    /// `/req/…/data_content_title`: the content has a title.
    static final Rule TITLE =
            inData(
                    "data_content_title",
                    (data, faults) ->
                            data.object("content")
                                    .flatMap(c -> faults.required(c, "title", JsonKind.STRING))
                                    .filter(title -> title.text().orElse("").isBlank())
                                    .ifPresent(title ->
                                            faults.add(
                                                    title, "the title is blank; one is required")));

    /// The recommendation `data_content_description`.
    static final Rule DESCRIPTION =
            Rule.advice(
                    Wme.recommendation("data_content_description"),
                    event ->
                            event.object("data")
                                    .flatMap(data -> data.object("content"))
                                    .filter(content -> !content.has("description"))
                                    .map(content ->
                                            List.of(
                                                    Fault.at(
                                                            content.pointer("description"),
                                                            "description is absent; one should be"
                                                                    + " given")))
                                    .orElseGet(List::of));

    /// `/req/…/data_links`: at least one, each with `rel` and a URL.
    static final Rule LINKS =
            inData(
                    "data_links",
                    (data, faults) -> {
                        for (JsonTree link : faults.items(data, "links", 1)) {
                            if (faults.isFull()) {
                                return;
                            }
                            if (faults.is(link, JsonKind.OBJECT)) {
                                faults.required(link, "rel", JsonKind.STRING);
                                faults.required(link, "href", JsonKind.STRING)
                                        .filter(href -> !isUrl(href.text().orElse("")))
                                        .ifPresent(href ->
                                                faults.add(
                                                        href,
                                                        "found %s; a URL of HTTP, HTTPS, FTP or SFTP is required"
                                                                .formatted(Faults.quoted(href))));
                            }
                        }
                    });

    /// `data.time`, for which the schema takes the `time` of WCMP2.
    static final Rule TIME =
            Rule.of(
                    Wme.requirement("validation"),
                    event ->
                            event.object("data")
                                    .flatMap(data -> data.member("time"))
                                    .map(Wcmp2::timeFaults)
                                    .orElseGet(List::of));

    /// The recommendation `data_ref`: the identifier of an earlier event, which is a UUID.
    static final Rule REF =
            Rule.advice(
                    Wme.recommendation("data_ref"),
                    event ->
                            event.object("data")
                                    .flatMap(data -> data.member("ref"))
                                    .filter(ref ->
                                            ref.text().flatMap(EnvelopeRules::uuid).isEmpty())
                                    .map(ref ->
                                            List.of(
                                                    Fault.at(
                                                            ref,
                                                            "found %s; the UUID of an earlier event is meant"
                                                                    .formatted(
                                                                            Faults.quoted(ref)))))
                                    .orElseGet(List::of));

    private DataRules() {}

    /// Looks into the data; it finds nothing wrong, or something that it adds.
    @FunctionalInterface
    private interface DataCheck {
        void judge(JsonTree data, Faults faults);
    }

    private static Rule inData(String test, DataCheck check) {
        return Rule.of(
                Wme.requirement(test),
                event -> {
                    var faults = new Faults();
                    event.object("data").ifPresent(data -> check.judge(data, faults));
                    return faults.found();
                });
    }

    private static void severity(JsonTree value, Faults faults) {
        String text = value.text().orElse("");
        Optional<Severity> meant = Severity.meant(text);
        if (meant.filter(severity -> severity.name().equals(text)).isPresent()) {
            return;
        }
        Fault fault =
                Fault.at(
                        value,
                        "found %s; DEBUG, INFO, WARNING, ERROR or CRITICAL is required"
                                .formatted(Faults.quoted(text)));
        faults.add(meant.map(severity -> fault.fixedBy(severity.name())).orElse(fault));
    }

    private static boolean isUrl(String href) {
        int colon = href.indexOf("://");
        return colon > 0
                && href.length() > colon + 3
                && SCHEMES.contains(href.substring(0, colon).toLowerCase(Locale.ROOT))
                && href.chars().noneMatch(c -> c <= ' ');
    }
}
