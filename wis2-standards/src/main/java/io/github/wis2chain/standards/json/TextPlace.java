package io.github.wis2chain.standards.json;

import java.util.Locale;

/// A place in a UTF-8 text.
///
/// @param offset in bytes, from 0
/// @param line from 1
/// @param column in characters (code points), from 1
public record TextPlace(int offset, int line, int column) {

    /// The place of a byte; an offset outside the text is taken for its nearest end.
    static TextPlace of(byte[] text, long offset) {
        int end = Math.clamp(offset, 0, text.length);
        int line = 1;
        int column = 1;
        for (int i = 0; i < end; i++) {
            if (text[i] == '\n') {
                line++;
                column = 1;
            } else if ((text[i] & 0xC0) != 0x80) {
                column++;
            }
        }
        return new TextPlace(end, line, column);
    }

    /// The place of a character of the text as Java counts them, in UTF-16.
    static TextPlace ofCharacter(byte[] text, long characters) {
        long passed = 0;
        int at = 0;
        while (at < text.length) {
            boolean begins = (text[at] & 0xC0) != 0x80;
            if (begins && passed >= characters) {
                break;
            }
            if (begins) {
                passed += (text[at] & 0xF8) == 0xF0 ? 2 : 1;
            }
            at++;
        }
        return of(text, at);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "line %d, column %d (byte %d)", line, column, offset);
    }
}
