package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Faults;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What STAC demands of the top level of an item.
final class ItemRules {

    private static final Pattern VERSION = Pattern.compile("1\\.[01]\\.[0-9]{1,3}");

    static final List<Rule> ALL =
            List.of(
                    Rule.of(Stac.requirement("type"), ItemRules::type),
                    Rule.of(Stac.requirement("stac_version"), ItemRules::version),
                    Rule.of(
                            Stac.requirement("stac_extensions"),
                            item -> Members.texts(item, "stac_extensions")),
                    Rule.of(Stac.requirement("id"), item -> Members.requiredText(item, "id")),
                    Rule.of(Stac.requirement("links"), ItemRules::links),
                    Rule.of(Stac.requirement("collection"), ItemRules::collection));

    private ItemRules() {}

    private static List<Fault> type(JsonTree item) {
        List<Fault> faults = Members.requiredText(item, "type");
        Optional<String> type = item.text("type").filter(text -> !text.equals("Feature"));
        return !faults.isEmpty() || type.isEmpty()
                ? faults
                : List.of(
                        Fault.at(
                                        item.pointer("type"),
                                        "type is [%s]; Feature is required"
                                                .formatted(Members.quoted(type.get())))
                                .fixedBy("Feature"));
    }

    private static List<Fault> version(JsonTree item) {
        List<Fault> faults = Members.requiredText(item, "stac_version");
        Optional<String> unknown =
                item.text("stac_version").filter(text -> !VERSION.matcher(text).matches());
        return !faults.isEmpty() || unknown.isEmpty()
                ? faults
                : List.of(
                        Fault.at(
                                item.pointer("stac_version"),
                                "stac_version is [%s]; 1.0.x or 1.1.x is required"
                                        .formatted(Members.quoted(unknown.get()))));
    }

    private static List<Fault> links(JsonTree item) {
        List<Fault> faults = new ArrayList<>(Members.required(item, "links", JsonKind.ARRAY));
        for (JsonTree link : item.each("/links").toList()) {
            if (faults.size() >= Rule.MOST_FAULTS) {
                break;
            }
            if (link.isObject()) {
                faults.addAll(Members.requiredText(link, "href"));
                faults.addAll(Members.requiredText(link, "rel"));
                faults.addAll(Members.optional(link, "type", JsonKind.STRING));
                faults.addAll(Members.optional(link, "title", JsonKind.STRING));
                if (CommonRules.is11(item)) {
                    faults.addAll(request(link));
                }
            } else {
                faults.addAll(Members.wrongKind(link, JsonKind.OBJECT));
            }
        }
        return faults;
    }

    /// How a link is asked for, if not by GET: from 1.1 on.
    private static List<Fault> request(JsonTree link) {
        var faults = new Faults();
        faults.optional(link, "method", JsonKind.STRING);
        faults.optional(link, "headers", JsonKind.OBJECT).stream()
                .flatMap(headers -> headers.members().stream())
                .filter(header -> header.text().isEmpty())
                .forEach(header -> {
                    for (JsonTree value : faults.items(header, 0)) {
                        faults.is(value, JsonKind.STRING);
                    }
                });
        return faults.found();
    }

    /// The member and the link go together: each requires the other.
    private static List<Fault> collection(JsonTree item) {
        List<Fault> faults = Members.text(item, "collection");
        if (!faults.isEmpty()) {
            return faults;
        }
        boolean linked =
                item.each("/links")
                        .anyMatch(
                                link -> link.text("rel").filter("collection"::equals).isPresent());
        if (item.has("collection") == linked) {
            return List.of();
        }
        return List.of(
                Fault.at(
                        item.pointer("collection"),
                        linked
                                ? "collection is missing; an item with a link of rel collection"
                                        + " requires it"
                                : "collection is given, but no link has rel collection; both or"
                                        + " neither are required"));
    }
}
