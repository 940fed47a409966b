package io.github.wis2chain.standards.topics;

import java.util.function.Predicate;

/// The characters that one place of an expression takes.
///
/// @param takes whether it takes a character
/// @param single the character, if there is but one; it may then begin or end a range
record PythonClass(Predicate<Character> takes, int single) {

    private static final int NONE = -1;

    static PythonClass of(char c) {
        return new PythonClass(found -> found == c, c);
    }

    static PythonClass anything() {
        return new PythonClass(found -> found != '\n', NONE);
    }

    static PythonClass of(Predicate<Character> takes) {
        return new PythonClass(takes, NONE);
    }

    /// What `\w`, `\d` and `\s` take, and what `\W`, `\D` and `\S` do.
    static PythonClass category(char letter) {
        return switch (letter) {
            case 'w' -> of(PythonClass::isWord);
            case 'W' -> of(c -> !isWord(c));
            case 'd' -> of(Character::isDigit);
            case 'D' -> of(c -> !Character.isDigit(c));
            case 's' -> of(Character::isWhitespace);
            case 'S' -> of(c -> !Character.isWhitespace(c));
            default -> throw new IllegalArgumentException("\\%c is no category".formatted(letter));
        };
    }

    static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    boolean isSingle() {
        return single != NONE;
    }
}
