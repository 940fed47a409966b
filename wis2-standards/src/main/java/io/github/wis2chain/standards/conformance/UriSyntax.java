package io.github.wis2chain.standards.conformance;

import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/// Judges texts as URIs and relative references by RFC 3986, in one pass.
public final class UriSyntax {

    private static final String UNRESERVED_AND_SUB_DELIMS = "-._~!$&'()*+,;=";

    private UriSyntax() {}

    /// Whether the text has a scheme and is well-formed after it.
    public static boolean isUri(String text) {
        int colon = schemeEnd(text);
        return colon > 0 && isHierarchical(text, colon + 1);
    }

    /// Whether the text is a URI or a relative reference.
    public static boolean isReference(String text) {
        if (isUri(text)) {
            return true;
        }
        int colon = text.indexOf(':');
        // A colon in the first segment would make a scheme of what precedes it.
        boolean inFirstSegment = colon >= 0 && firstOf(text, "/?#", 0) > colon;
        return !inFirstSegment && isHierarchical(text, 0);
    }

    /// The scheme in lower case; empty if there is none.
    public static String scheme(String text) {
        int colon = schemeEnd(text);
        return colon > 0 ? text.substring(0, colon).toLowerCase(Locale.ROOT) : "";
    }

    private static int schemeEnd(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !isLetter(text.charAt(0))) {
            return -1;
        }
        for (int i = 1; i < colon; i++) {
            char c = text.charAt(i);
            if (!isLetter(c) && !isDigit(c) && c != '+' && c != '-' && c != '.') {
                return -1;
            }
        }
        return colon;
    }

    private static boolean isHierarchical(String text, int from) {
        int hash = firstOf(text, "#", from);
        int query = Math.min(firstOf(text, "?", from), hash);
        int path = from;
        if (text.startsWith("//", from)) {
            path = Math.min(firstOf(text, "/", from + 2), query);
            if (!isAuthority(text.substring(from + 2, path))) {
                return false;
            }
        }
        return consistsOf(text, path, query, ":@/")
                && (query == hash || consistsOf(text, query + 1, hash, ":@/?"))
                && (hash == text.length() || consistsOf(text, hash + 1, text.length(), ":@/?"));
    }

    private static boolean isAuthority(String authority) {
        int at = authority.indexOf('@');
        if (at >= 0 && !consistsOf(authority, 0, at, ":")) {
            return false;
        }
        String host = authority.substring(at + 1);
        if (host.startsWith("[")) {
            int close = host.indexOf(']');
            return close > 1
                    && isIpLiteral(host.substring(1, close))
                    && isPort(host.substring(close + 1));
        }
        int colon = host.indexOf(':');
        return colon < 0
                ? consistsOf(host, 0, host.length(), "")
                : consistsOf(host, 0, colon, "") && isPort(host.substring(colon));
    }

    /// What stands in brackets: an address of version 6, or of a version to come.
    private static boolean isIpLiteral(String text) {
        if (text.charAt(0) == 'v' || text.charAt(0) == 'V') {
            int point = text.indexOf('.');
            return point > 1
                    && text.substring(1, point).chars().allMatch(HexFormat::isHexDigit)
                    && point + 1 < text.length()
                    && text.indexOf('%') < 0
                    && consistsOf(text, point + 1, text.length(), ":");
        }
        return text.indexOf(':') >= 0 && isAddress(text);
    }

    /// Eight groups of up to four hexadecimal digits, the last two perhaps as an address of version 4; `::` once for
    /// one group of zeros or more.
    private static boolean isAddress(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text, true) == 8;
        }
        int before = groups(text.substring(0, gap), false);
        int after = groups(text.substring(gap + 2), true);
        return before >= 0 && after >= 0 && before + after <= 7;
    }

    /// How many groups there are, -1 if one is none.
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (last && i == parts.length - 1 && part.indexOf('.') >= 0) {
                if (!isVersion4(part)) {
                    return -1;
                }
                count += 2;
            } else if (part.isEmpty()
                    || part.length() > 4
                    || !part.chars().allMatch(HexFormat::isHexDigit)) {
                return -1;
            } else {
                count++;
            }
        }
        return count;
    }

    private static boolean isVersion4(String text) {
        String[] numbers = text.split("\\.", -1);
        return numbers.length == 4 && Stream.of(numbers).allMatch(UriSyntax::isOctet);
    }

    private static boolean isOctet(String text) {
        return !text.isEmpty()
                && text.length() <= 3
                && text.chars().allMatch(c -> isDigit((char) c))
                && Integer.parseInt(text) <= 255;
    }

    private static boolean isPort(String text) {
        return text.isEmpty()
                || (text.charAt(0) == ':' && text.chars().skip(1).allMatch(c -> isDigit((char) c)));
    }

    private static boolean consistsOf(String text, int from, int to, String further) {
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '%') {
                if (i + 3 > to || !isHex(text, i + 1) || !isHex(text, i + 2)) {
                    return false;
                }
                i += 2;
            } else if (!isLetter(c)
                    && !isDigit(c)
                    && UNRESERVED_AND_SUB_DELIMS.indexOf(c) < 0
                    && further.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int firstOf(String text, String characters, int from) {
        for (int i = from; i < text.length(); i++) {
            if (characters.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }
        return text.length();
    }

    private static boolean isHex(String text, int index) {
        char c = text.charAt(index);
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
