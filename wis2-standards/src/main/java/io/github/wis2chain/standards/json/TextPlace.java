package io.github.wis2chain.standards.json;

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

    @Override
    public String toString() {
        return "line %d, column %d (byte %d)".formatted(line, column, offset);
    }
}
