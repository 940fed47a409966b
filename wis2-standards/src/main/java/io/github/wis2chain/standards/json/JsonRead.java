package io.github.wis2chain.standards.json;

import java.util.Optional;

/// What reading a JSON text gave: a document, or the reason why there is none.
public sealed interface JsonRead {

    /// The document, if the text was read.
    default Optional<JsonTree> document() {
        return switch (this) {
            case Document document -> Optional.of(document.root());
            case Refused _ -> Optional.empty();
        };
    }

    /// A text that was read.
    ///
    /// @param root the outermost value
    record Document(JsonTree root) implements JsonRead {}

    /// A text that was refused.
    ///
    /// @param fault the kind of fault
    /// @param place where it is
    /// @param message one sentence for people: where, what was found, what is required
    record Refused(JsonFault fault, TextPlace place, String message) implements JsonRead {}
}
