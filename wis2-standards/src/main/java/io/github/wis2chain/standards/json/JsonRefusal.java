package io.github.wis2chain.standards.json;

/// Ends the reading of a text; it never leaves this package.
final class JsonRefusal extends RuntimeException {

    private final JsonFault fault;
    private final long offset;

    /// @param offset in characters of UTF-16
    JsonRefusal(JsonFault fault, long offset, String sentence) {
        // No stack trace: hostile texts must be cheap to refuse, and the place in the text is what
        // matters.
        super(sentence, null, false, false);
        this.fault = fault;
        this.offset = offset;
    }

    JsonFault fault() {
        return fault;
    }

    long offset() {
        return offset;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
