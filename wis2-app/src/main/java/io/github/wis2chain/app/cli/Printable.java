package io.github.wis2chain.app.cli;

import java.util.function.IntPredicate;

/// Text of others, made safe for a terminal, which would obey the control characters in it.
public final class Printable {

    private Printable() {}

    /// The text on one line, with control and formatting characters written as escapes.
    public static String of(String text) {
        return escaped(text, Printable::acts);
    }

    /// The same of a text with lines and tabulators, which stay.
    static String lines(String text) {
        return escaped(
                text, character -> character != '\n' && character != '\t' && acts(character));
    }

    private static String escaped(String text, IntPredicate unwanted) {
        if (text.chars().noneMatch(unwanted)) {
            return text;
        }
        var safe = new StringBuilder();
        text.chars()
                .forEach(character -> {
                    if (unwanted.test(character)) {
                        safe.append("\\u%04x".formatted(character));
                    } else {
                        safe.append((char) character);
                    }
                });
        return safe.toString();
    }

    private static boolean acts(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
