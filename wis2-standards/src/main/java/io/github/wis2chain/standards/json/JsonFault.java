package io.github.wis2chain.standards.json;

/// Why a text was refused as JSON.
public enum JsonFault {
    /// More bytes than the limit.
    TOO_LARGE,
    /// Nothing but white space.
    EMPTY,
    /// A byte order mark, which RFC 8259 section 8.1 forbids.
    BYTE_ORDER_MARK,
    /// Bytes that are not UTF-8, or a NUL byte, which no JSON text holds.
    NOT_UTF8,
    /// Text outside the grammar of RFC 8259, such as NaN, a comment or a trailing comma.
    SYNTAX,
    /// Text after the end of the value.
    TRAILING_TEXT,
    /// Two members of one object with the same name.
    DUPLICATE_MEMBER,
    /// More objects and arrays inside each other than the limit.
    TOO_DEEP,
    /// More values than the limit.
    TOO_MANY_VALUES,
    /// A string or member name longer than the limit.
    STRING_TOO_LONG,
    /// A number longer than the limit, or with an exponent beyond 999.
    NUMBER_TOO_LARGE,
    /// An escape that is half of a surrogate pair and so no character.
    LONE_SURROGATE;

    /// Whether a limit of the reader was met, so that nothing is known about the text: another reader may take it.
    public boolean isOfTheReader() {
        return switch (this) {
            case TOO_LARGE, TOO_DEEP, TOO_MANY_VALUES, STRING_TOO_LONG, NUMBER_TOO_LARGE -> true;
            case EMPTY,
                    BYTE_ORDER_MARK,
                    NOT_UTF8,
                    SYNTAX,
                    TRAILING_TEXT,
                    DUPLICATE_MEMBER,
                    LONE_SURROGATE ->
                    false;
        };
    }
}
