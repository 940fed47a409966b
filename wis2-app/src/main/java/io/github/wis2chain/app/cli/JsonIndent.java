package io.github.wis2chain.app.cli;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.util.Optional;

/// Lays JSON out for reading. Only white space between tokens changes: names, texts and numbers keep
/// every character, so that laying out never alters a document.
final class JsonIndent {

    private static final JsonMapper JSON = new JsonMapper();

    private final String text;
    private final StringBuilder laid = new StringBuilder();
    private int depth;

    private JsonIndent(String text) {
        this.text = text;
    }

    /// The text laid out; nothing if it is not JSON.
    static Optional<String> of(String text) {
        try {
            if (JSON.readTree(text).isMissingNode()) {
                return Optional.empty();
            }
        } catch (JacksonException notJson) {
            return Optional.empty();
        }
        return Optional.of(new JsonIndent(text).laidOut());
    }

    private String laidOut() {
        int i = 0;
        while (i < text.length()) {
            char character = text.charAt(i);
            switch (character) {
                case '"' -> {
                    int end = endOfString(i);
                    laid.append(text, i, end);
                    i = end;
                    continue;
                }
                case '{', '[' -> open(character, i);
                case '}', ']' -> close(character);
                case ',' -> {
                    laid.append(',');
                    newLine();
                }
                case ':' -> laid.append(": ");
                case ' ', '\t', '\r', '\n' -> {}
                default -> laid.append(character);
            }
            i++;
        }
        return laid.append('\n').toString();
    }

    private int endOfString(int start) {
        for (int i = start + 1; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\\') {
                i++;
            } else if (character == '"') {
                return i + 1;
            }
        }
        return text.length();
    }

    private void open(char bracket, int at) {
        laid.append(bracket);
        depth++;
        if (!isClosedNext(at)) {
            newLine();
        }
    }

    private void close(char bracket) {
        depth--;
        char last = laid.charAt(laid.length() - 1);
        if (last != '{' && last != '[') {
            newLine();
        }
        laid.append(bracket);
    }

    private boolean isClosedNext(int at) {
        for (int i = at + 1; i < text.length(); i++) {
            char character = text.charAt(i);
            if (" \t\r\n".indexOf(character) < 0) {
                return character == '}' || character == ']';
            }
        }
        return true;
    }

    private void newLine() {
        laid.append('\n').append("  ".repeat(depth));
    }
}
