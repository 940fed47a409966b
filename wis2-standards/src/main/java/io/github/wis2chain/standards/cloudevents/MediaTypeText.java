package io.github.wis2chain.standards.cloudevents;

import java.util.Locale;

/// Judges texts as media types such as `application/json; charset=utf-8` (RFC 2046, RFC 6838).
final class MediaTypeText {

    /// What ends a token in a parameter.
    private static final String SPECIALS = "()<>@,;:\\\"/[]?=";

    private MediaTypeText() {}

    /// Whether the text is a type and a subtype, perhaps with parameters. A semicolon with nothing after it is let pass.
    static boolean isMediaType(String text) {
        String essence = essence(text);
        int slash = essence.indexOf('/');
        int semicolon = text.indexOf(';');
        return slash > 0
                && isName(essence.substring(0, slash))
                && isName(essence.substring(slash + 1))
                && (semicolon < 0 || areParameters(text, semicolon));
    }

    /// Whether `; name=value` follows any number of times, each value a token or in quotes (RFC 2045, section 5.1).
    private static boolean areParameters(String text, int semicolon) {
        int at = semicolon;
        while (at < text.length()) {
            if (text.charAt(at) != ';') {
                return false;
            }
            at = blanksEnd(text, at + 1);
            if (at == text.length() || text.charAt(at) == ';') {
                continue;
            }
            int equals = tokenEnd(text, at);
            if (equals == at || equals == text.length() || text.charAt(equals) != '=') {
                return false;
            }
            int value = equals + 1;
            int end = text.startsWith("\"", value) ? quotesEnd(text, value) : tokenEnd(text, value);
            if (end <= value) {
                return false;
            }
            at = blanksEnd(text, end);
        }
        return true;
    }

    private static int blanksEnd(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static int tokenEnd(String text, int from) {
        int at = from;
        while (at < text.length()
                && text.charAt(at) > ' '
                && text.charAt(at) < 0x7f
                && SPECIALS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /// Where a value in quotes ends; before its begin if it does not.
    private static int quotesEnd(String text, int from) {
        for (int i = from + 1; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '"' -> {
                    return i + 1;
                }
                case '\\' -> i++;
                default -> {
                    // One more character of the value.
                }
            }
        }
        return -1;
    }

    /// Type and subtype in lower case, without parameters.
    static String essence(String text) {
        int semicolon = text.indexOf(';');
        return (semicolon < 0 ? text : text.substring(0, semicolon))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /// Whether data of that type are JSON: the subtype is `json` or ends in `+json`.
    static boolean isJson(String text) {
        String essence = essence(text);
        return essence.endsWith("/json") || essence.endsWith("+json");
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z')
                                        || (c >= '0' && c <= '9')
                                        || "!#$&^_.+-".indexOf(c) >= 0);
    }
}
