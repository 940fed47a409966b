package io.github.wis2chain.standards.cloudevents;

import java.util.Locale;

/// Judges texts as media types such as `application/json; charset=utf-8` (RFC 2046, RFC 6838).
final class MediaTypeText {

    private MediaTypeText() {}

    /// Whether the text begins with a type and a subtype; parameters are left unread.
    static boolean isMediaType(String text) {
        String essence = essence(text);
        int slash = essence.indexOf('/');
        return slash > 0
                && isToken(essence.substring(0, slash))
                && isToken(essence.substring(slash + 1));
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

    private static boolean isToken(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(c ->
                                (c >= 'a' && c <= 'z')
                                        || (c >= '0' && c <= '9')
                                        || "!#$&^_.+-".indexOf(c) >= 0);
    }
}
