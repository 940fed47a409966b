package io.github.wis2chain.app.cli.standards;

/// Text from documents, made safe for a terminal, which would obey the control characters in it.
final class Printable {

    private Printable() {}

    /// The text with control and formatting characters written as escapes.
    static String of(String text) {
        if (text.chars().noneMatch(Printable::acts)) {
            return text;
        }
        var safe = new StringBuilder();
        text.chars()
                .forEach(character -> {
                    if (acts(character)) {
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
