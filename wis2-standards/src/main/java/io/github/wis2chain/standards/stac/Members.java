package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The faults that members of any object can have: missing, of the wrong kind, empty.
final class Members {

    private static final int LONGEST_QUOTED = 100;

    private Members() {}

    /// The fault of a member that must be there, be a string and not be empty.
    static List<Fault> requiredText(JsonTree parent, String name) {
        return parent.has(name) ? text(parent, name) : missing(parent, name, JsonKind.STRING);
    }

    /// The fault of a member that, if there, must be a string and not be empty.
    static List<Fault> text(JsonTree parent, String name) {
        Optional<JsonTree> member = parent.member(name);
        if (member.isEmpty()) {
            return List.of();
        }
        Optional<String> text = member.get().text();
        if (text.isEmpty()) {
            return wrongKind(member.get(), JsonKind.STRING);
        }
        return text.get().isBlank()
                ? List.of(
                        Fault.at(
                                member.get(),
                                "%s is empty; a string of at least one character is required"
                                        .formatted(name)))
                : List.of();
    }

    /// The fault of a member that must be there and be of that kind.
    static List<Fault> required(JsonTree parent, String name, JsonKind kind) {
        return parent.has(name) ? optional(parent, name, kind) : missing(parent, name, kind);
    }

    /// The fault of a member that, if there, must be of that kind.
    static List<Fault> optional(JsonTree parent, String name, JsonKind kind) {
        return parent.member(name)
                .filter(member -> member.kind() != kind)
                .map(member -> wrongKind(member, kind))
                .orElse(List.of());
    }

    /// The faults of a member that, if there, must be an array of strings that are not empty.
    static List<Fault> texts(JsonTree parent, String name) {
        List<Fault> faults = new ArrayList<>(optional(parent, name, JsonKind.ARRAY));
        parent.array(name).stream()
                .flatMap(array -> array.items().stream())
                .filter(item -> item.text().filter(text -> !text.isBlank()).isEmpty())
                .limit(Rule.MOST_FAULTS)
                .forEach(item ->
                        faults.add(
                                Fault.at(
                                        item,
                                        "an element of %s is %s; a string of at least one character is required"
                                                .formatted(
                                                        name,
                                                        item.text().isPresent()
                                                                ? "empty"
                                                                : item.kind().words()))));
        return faults;
    }

    static List<Fault> missing(JsonTree parent, String name, JsonKind kind) {
        return List.of(
                Fault.at(
                        parent.pointer(name),
                        "%s is missing; %s is required".formatted(name, kind.words())));
    }

    static List<Fault> wrongKind(JsonTree value, JsonKind kind) {
        return List.of(
                Fault.at(
                        value,
                        "%s is %s; %s is required"
                                .formatted(
                                        quoted(value.name()), value.kind().words(), kind.words())));
    }

    /// The text, cut when it is too long for a sentence.
    static String quoted(String text) {
        return text.length() <= LONGEST_QUOTED ? text : text.substring(0, LONGEST_QUOTED) + "…";
    }
}
