package io.github.wis2chain.standards.wnm;

/// Whether a text is a UUID in the eyes of Python's `uuid` module, for verdicts equal to those of the official tools.
///
/// It drops `urn:`, `uuid:`, braces around and all dashes, and takes any 32 characters that Python reads as a whole
/// number of base 16: with blanks around, a sign, `0x`, single underscores between digits, and decimal digits of any
/// script.
final class PythonUuid {

    private static final int DIGITS = 32;

    private PythonUuid() {}

    static boolean accepts(String text) {
        String plain = strip(text.replace("urn:", "").replace("uuid:", ""));
        int[] characters = plain.replace("-", "").codePoints().toArray();
        return characters.length == DIGITS && isBase16(characters);
    }

    private static String strip(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isBrace(text.charAt(from))) {
            from++;
        }
        while (to > from && isBrace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isBrace(char c) {
        return c == '{' || c == '}';
    }

    private static boolean isBase16(int[] characters) {
        int at = 0;
        int end = characters.length;
        while (at < end && isBlank(characters[at])) {
            at++;
        }
        while (end > at && isBlank(characters[end - 1])) {
            end--;
        }
        if (at < end && characters[at] == '+') {
            at++;
        }
        boolean underscoreAllowed = false;
        if (at + 1 < end
                && digit(characters[at]) == 0
                && (characters[at + 1] == 'x' || characters[at + 1] == 'X')) {
            at += 2;
            underscoreAllowed = true;
        }
        boolean digitLast = false;
        for (; at < end; at++) {
            boolean underscore = characters[at] == '_';
            if (underscore ? !underscoreAllowed : digit(characters[at]) < 0) {
                return false;
            }
            underscoreAllowed = !underscore;
            digitLast = !underscore;
        }
        return digitLast;
    }

    private static boolean isBlank(int character) {
        if (character < 0x80) {
            return character == ' ' || (character >= '\t' && character <= '\r');
        }
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == 0x85;
    }

    private static int digit(int character) {
        boolean ascii = character < 0x80;
        return ascii || Character.getType(character) == Character.DECIMAL_DIGIT_NUMBER
                ? Character.digit(character, 16)
                : -1;
    }
}
