package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.conformance.Fault;
import io.github.wis2chain.standards.conformance.Rule;
import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the faults of one rule, with the words for the usual ones: a member absent, or of another kind.
final class Shape {

    private List<Fault> faults = List.of();

    /// The faults found so far.
    List<Fault> faults() {
        return faults;
    }

    void add(Fault fault) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>(2);
        }
        if (faults.size() < Rule.MOST_FAULTS) {
            faults.add(fault);
        }
    }

    /// The member, if it is there and of the kind; a fault otherwise.
    Optional<JsonTree> required(JsonTree object, String name, JsonKind kind) {
        Optional<JsonTree> member = object.member(name);
        // What is no object is a fault of its own, told once.
        if (member.isEmpty() && object.isObject()) {
            add(
                    Fault.at(
                            object.pointer(name),
                            "%s is absent; %s is required".formatted(name, kind.words())));
        }
        return member.filter(value -> is(value, kind));
    }

    /// The member, if it is there and of the kind; a fault if it is of another.
    Optional<JsonTree> optional(JsonTree object, String name, JsonKind kind) {
        return object.member(name).filter(value -> is(value, kind));
    }

    /// Whether a value is of the kind; a fault otherwise.
    boolean is(JsonTree value, JsonKind kind) {
        if (value.kind() == kind) {
            return true;
        }
        if (faults.size() == Rule.MOST_FAULTS) {
            return false;
        }
        add(
                Fault.at(
                        value,
                        "found %s; %s is required".formatted(value.kind().words(), kind.words())));
        return false;
    }

    /// A value of the document for a sentence: as JSON, in brackets and cut to a readable length.
    static String quoted(JsonTree value) {
        return quoted(value.toString());
    }

    /// A text of the document for a sentence: in brackets and cut to a readable length.
    static String quoted(String text) {
        return "[" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "]";
    }
}
