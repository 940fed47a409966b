package io.github.wis2chain.standards.wnm;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Judges the text form of a digest, and finds what was meant by one in another form.
///
/// Hexadecimal digits are base64 characters too, and 64, 96 or 128 of them even decode; only the length of the result
/// gives them away (WNM 1.3, `integrity.value`).
final class DigestText {

    /// What is wrong with a text.
    ///
    /// @param message to stand after the text in a sentence
    /// @param fix the right form, where what was meant is certain
    record Fault(String message, Optional<String> fix) {}

    private DigestText() {}

    /// What is wrong with the text as a digest of that method, if anything.
    static Optional<Fault> fault(IntegrityMethod method, String text) {
        int length = method.digestLength();
        Optional<byte[]> decoded = decode(text);
        if (decoded.isPresent() && decoded.get().length == length) {
            return Optional.empty();
        }
        String required =
                String.format(
                        Locale.ROOT, "base64 of the %d bytes of %s is required", length, method);
        Optional<String> fromHexadecimal = fromHexadecimal(text, length);
        if (fromHexadecimal.isPresent()) {
            return Optional.of(new Fault("is hexadecimal; " + required, fromHexadecimal));
        }
        String message =
                decoded.map(bytes ->
                                String.format(Locale.ROOT, "is base64 of %d bytes; ", bytes.length))
                                .orElse("is not standard base64 with padding; ")
                        + required;
        return Optional.of(new Fault(message, fromOtherBase64(text, length)));
    }

    /// The bytes of standard base64 in its one canonical form.
    static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The decoder takes text without padding and stray bits at the end; receivers compare
            // characters.
            return Base64.getEncoder().encodeToString(bytes).equals(text)
                    ? Optional.of(bytes)
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Optional<String> fromHexadecimal(String text, int length) {
        if (text.length() != 2 * length || !text.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(Base64.getEncoder().encodeToString(HexFormat.of().parseHex(text)));
    }

    /// Base64 with the alphabet for URLs, without padding, or with blanks inside.
    private static Optional<String> fromOtherBase64(String text, int length) {
        if (text.length() > 4 * length) {
            return Optional.empty();
        }
        var standard = new StringBuilder(text.length() + 2);
        text.chars()
                .filter(c -> !Character.isWhitespace(c))
                .map(c -> c == '-' ? '+' : c == '_' ? '/' : c)
                .forEach(c -> standard.append((char) c));
        while (standard.length() % 4 != 0) {
            standard.append('=');
        }
        return decode(standard.toString())
                .filter(bytes -> bytes.length == length)
                .map(Base64.getEncoder()::encodeToString);
    }
}
