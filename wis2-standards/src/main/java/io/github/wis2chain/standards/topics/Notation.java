package io.github.wis2chain.standards.topics;

import java.util.Locale;

/// The form of one level of a topic: lower-case letters and digits, words divided by single hyphens
/// (WTH 1, `/req/core/conventions`, parts A to D).
final class Notation {

    private Notation() {}

    /// Whether the level has the form. Scanned by hand, because a level may be as long as a topic
    /// and the repeated group of a regular expression would exhaust the stack.
    static boolean isWellFormed(String level) {
        boolean afterWord = false;
        for (int i = 0; i < level.length(); i++) {
            char character = level.charAt(i);
            if (isWordCharacter(character)) {
                afterWord = true;
            } else if (character == '-' && afterWord) {
                afterWord = false;
            } else {
                return false;
            }
        }
        return afterWord;
    }

    /// What breaks the form, as the end of a sentence that begins with the level.
    static String faultOf(String level) {
        if (level.isEmpty()) {
            return "is empty";
        }
        for (int i = 0; i < level.length(); i++) {
            char character = level.charAt(i);
            if (character >= 'A' && character <= 'Z') {
                return "has the upper-case letter '%c'; lower case is required"
                        .formatted(character);
            }
            if (character == '+' || character == '#') {
                return "has the wildcard '%c'; wildcards are for subscribing only"
                        .formatted(character);
            }
            if (!isWordCharacter(character) && character != '-') {
                return "has the character %s; only a-z, 0-9 and '-' are allowed"
                        .formatted(printable(level.codePointAt(i)));
            }
        }
        return "begins or ends with '-' or has two in a row; one hyphen between words is required";
    }

    /// The level as its author may have meant it: lower case, and hyphens between words.
    static String repaired(String level) {
        return level.strip().toLowerCase(Locale.ROOT).replaceAll("[-_. ]+", "-");
    }

    private static boolean isWordCharacter(char character) {
        return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
    }

    private static String printable(int codePoint) {
        return codePoint > ' ' && codePoint < 0x7f
                ? "'" + Character.toString(codePoint) + "'"
                : "U+%04X".formatted(codePoint);
    }
}
