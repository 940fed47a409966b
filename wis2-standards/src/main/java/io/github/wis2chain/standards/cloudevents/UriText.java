package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.conformance.UriSyntax;

import java.util.Locale;
import java.util.Optional;

/// Tells what is wrong with texts as URIs of RFC 3986.
final class UriText {

    private static final String PUNCTUATION = "-._~:/?#[]@!$&'()*+,;=";

    private UriText() {}

    /// What is wrong with a text as a URI or relative reference, to stand after it.
    static Optional<String> referenceFault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '%' && !(isHex(text, i + 1) && isHex(text, i + 2))) {
                return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "has '%%' without two hexadecimal digits at index %d; a URI"
                                        + " reference is required",
                                i));
            }
            if (character != '%'
                    && !isLetterOrDigit(character)
                    && PUNCTUATION.indexOf(character) < 0) {
                return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "has the character U+%04X at index %d; a URI reference is required,"
                                        + " with such characters percent-encoded",
                                (int) character,
                                i));
            }
        }
        if (UriSyntax.isReference(text)) {
            return Optional.empty();
        }
        return Optional.of(
                UriSyntax.scheme(text).isEmpty() && text.matches("[^/?#]*:.*")
                        ? "has ':' in its first segment after something that is no scheme"
                        : "has a sign where RFC 3986 does not allow it, such as a bracket outside"
                                + " the host or a second '#'; a URI reference is required");
    }

    /// What is wrong with a text as an absolute URI, to stand after it.
    static Optional<String> absoluteFault(String text) {
        Optional<String> fault = referenceFault(text);
        if (fault.isPresent()) {
            return fault;
        }
        return UriSyntax.isUri(text)
                ? Optional.empty()
                : Optional.of("has no scheme; an absolute URI is required");
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
