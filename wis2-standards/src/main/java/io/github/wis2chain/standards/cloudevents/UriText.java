package io.github.wis2chain.standards.cloudevents;

import java.util.Optional;

/// Judges texts as URIs by the characters and the scheme of RFC 3986, in one pass.
final class UriText {

    private static final String PUNCTUATION = "-._~:/?#[]@!$&'()*+,;=";

    private UriText() {}

    /// What is wrong with a text as a URI or relative reference, to stand after it.
    static Optional<String> referenceFault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '%' && !(isHex(text, i + 1) && isHex(text, i + 2))) {
                return Optional.of(
                        "has '%%' without two hexadecimal digits at index %d; a URI reference is required"
                                .formatted(i));
            }
            if (character != '%'
                    && !isLetterOrDigit(character)
                    && PUNCTUATION.indexOf(character) < 0) {
                return Optional.of(
                        "has the character U+%04X at index %d; a URI reference is required, with such characters percent-encoded"
                                .formatted((int) character, i));
            }
        }
        int colon = text.indexOf(':');
        int slash = text.indexOf('/');
        boolean beginsLikeScheme = colon >= 0 && (slash < 0 || colon < slash);
        return beginsLikeScheme && !isScheme(text.substring(0, colon)) && !isInQuery(text, colon)
                ? Optional.of("has ':' in its first segment after something that is no scheme")
                : Optional.empty();
    }

    /// What is wrong with a text as an absolute URI, to stand after it.
    static Optional<String> absoluteFault(String text) {
        Optional<String> fault = referenceFault(text);
        if (fault.isPresent()) {
            return fault;
        }
        int colon = text.indexOf(':');
        return colon > 0 && isScheme(text.substring(0, colon))
                ? Optional.empty()
                : Optional.of("has no scheme; an absolute URI is required");
    }

    private static boolean isInQuery(String text, int index) {
        String before = text.substring(0, index);
        return before.indexOf('?') >= 0 || before.indexOf('#') >= 0;
    }

    private static boolean isScheme(String text) {
        return !text.isEmpty()
                && isLetterOrDigit(text.charAt(0))
                && !Character.isDigit(text.charAt(0))
                && text.chars()
                        .allMatch(
                                c -> isLetterOrDigit((char) c) || c == '+' || c == '-' || c == '.');
    }

    private static boolean isHex(String text, int index) {
        return index < text.length()
                && Character.digit(text.charAt(index), 16) >= 0
                && text.charAt(index) < 0x80;
    }

    private static boolean isLetterOrDigit(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || (character >= '0' && character <= '9');
    }
}
