package io.github.wis2chain.standards.json;

/// Looks for the first byte that keeps a text from being UTF-8 (RFC 3629 section 4).
///
/// Jackson decodes leniently (overlong forms, encoded surrogates), so the bytes are judged before it sees them.
final class Utf8 {

    private Utf8() {}

    /// The offset of the first sequence that is not UTF-8, or -1.
    static int firstFault(byte[] text) {
        int at = 0;
        while (at < text.length) {
            int lead = text[at];
            if (lead >= 0) {
                at++;
                continue;
            }
            int length = sequenceLength(text, at, lead & 0xFF);
            if (length == 0) {
                return at;
            }
            at += length;
        }
        return -1;
    }

    /// The length of the well-formed sequence that begins here, or 0.
    private static int sequenceLength(byte[] text, int at, int lead) {
        if (lead < 0xC2 || lead > 0xF4) {
            return 0;
        }
        int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        if (at + length > text.length || !secondFits(lead, text[at + 1] & 0xFF)) {
            return 0;
        }
        for (int i = at + 2; i < at + length; i++) {
            if ((text[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        return length;
    }

    /// The second byte rules out overlong forms, surrogates and what lies beyond U+10FFFF.
    private static boolean secondFits(int lead, int second) {
        return switch (lead) {
            case 0xE0 -> second >= 0xA0 && second <= 0xBF;
            case 0xED -> second >= 0x80 && second <= 0x9F;
            case 0xF0 -> second >= 0x90 && second <= 0xBF;
            case 0xF4 -> second >= 0x80 && second <= 0x8F;
            default -> second >= 0x80 && second <= 0xBF;
        };
    }
}
