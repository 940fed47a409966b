package io.github.wis2chain.standards.conformance;

import io.github.wis2chain.standards.json.JsonKind;
import io.github.wis2chain.standards.json.JsonTree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Collects the faults of one rule, the first hundred, with the words for the usual ones: a member absent, or of
/// another kind.
public final class Faults {

    private static final int LONGEST_QUOTE = 80;

    private List<Fault> faults = List.of();

    /// The faults found so far.
    public List<Fault> found() {
        return faults;
    }

    /// Whether no further fault is told, so that looking for more is wasted.
    public boolean isFull() {
        return faults.size() == Rule.MOST_FAULTS;
    }

    /// Adds a fault.
    public void add(Fault fault) {
        if (faults.isEmpty()) {
            faults = new ArrayList<>(2);
        }
        if (!isFull()) {
            faults.add(fault);
        }
    }

    /// Adds a fault of a value that is there.
    public void add(JsonTree value, String message) {
        if (!isFull()) {
            add(Fault.at(value, message));
        }
    }

    /// The member, if it is there and of the kind; a fault otherwise.
    public Optional<JsonTree> required(JsonTree object, String name, JsonKind kind) {
        return requiredMember(object, name, kind.words()).filter(value -> is(value, kind));
    }

    /// The member, if it is there; a fault otherwise.
    ///
    /// @param wanted what it should be, as in *a string is required*
    public Optional<JsonTree> requiredMember(JsonTree object, String name, String wanted) {
        Optional<JsonTree> member = object.member(name);
        // What is no object is a fault of its own, told once.
        if (member.isEmpty() && object.isObject() && !isFull()) {
            add(
                    Fault.at(
                            object.pointer(name),
                            "%s is absent; %s is required".formatted(name, wanted)));
        }
        return member;
    }

    /// The member, if it is there and of the kind; a fault if it is of another.
    public Optional<JsonTree> optional(JsonTree object, String name, JsonKind kind) {
        return object.member(name).filter(value -> is(value, kind));
    }

    /// The same for several members of one kind.
    public void optional(JsonTree object, List<String> names, JsonKind kind) {
        names.forEach(name -> optional(object, name, kind));
    }

    /// The elements of an array member of at least so many elements; a fault if it is there and is no such array.
    public List<JsonTree> items(JsonTree object, String name, int fewest) {
        return optional(object, name, JsonKind.ARRAY)
                .map(array -> items(array, fewest))
                .orElseGet(List::of);
    }

    /// The elements of an array, with a fault if there are too few of them or if it is no array.
    public List<JsonTree> items(JsonTree array, int fewest) {
        if (!is(array, JsonKind.ARRAY)) {
            return List.of();
        }
        if (array.size() < fewest) {
            add(
                    array,
                    String.format(
                            Locale.ROOT,
                            "the array has %d elements; at least %d required",
                            array.size(),
                            fewest));
        }
        return array.items();
    }

    /// Whether a value is of the kind; a fault otherwise.
    public boolean is(JsonTree value, JsonKind kind) {
        if (value.kind() == kind) {
            return true;
        }
        if (!isFull()) {
            add(value, "found %s; %s is required".formatted(value.kind().words(), kind.words()));
        }
        return false;
    }

    /// A value of the document for a sentence: as JSON, in brackets and cut to a readable length.
    public static String quoted(JsonTree value) {
        return quoted(value.toString());
    }

    /// A text of the document for a sentence: in brackets and cut to a readable length.
    public static String quoted(String text) {
        return "["
                + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text)
                + "]";
    }
}
