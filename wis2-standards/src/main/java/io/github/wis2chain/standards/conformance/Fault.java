package io.github.wis2chain.standards.conformance;

import io.github.wis2chain.standards.json.JsonTree;

import java.util.Optional;

/// Something at one place of a document that a rule objects to.
///
/// @param pointer JSON Pointer (RFC 6901) of the place; empty for the whole document
/// @param message one sentence without full stop: what was found and what is required
/// @param fix what to write instead, where that is certain
public record Fault(String pointer, String message, Optional<String> fix) {

    /// A fault whose repair is not certain.
    public static Fault at(String pointer, String message) {
        return new Fault(pointer, message, Optional.empty());
    }

    /// A fault of a value that is there.
    public static Fault at(JsonTree value, String message) {
        return at(value.pointer(), message);
    }

    /// The same fault with its certain repair.
    public Fault fixedBy(String replacement) {
        return new Fault(pointer, message, Optional.of(replacement));
    }
}
