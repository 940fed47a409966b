package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.topics.PythonSyntax.Unfit;

/// The text of a regular expression, read one character after the other. For one thread.
final class PythonText {

    static final String NOTHING_ESCAPED = "it ends with a backslash";

    private final String text;
    private int at;

    PythonText(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    int place() {
        return at;
    }

    /// Goes back to a place.
    void returnTo(int place) {
        at = place;
    }

    /// Whether this character comes next.
    boolean is(char c) {
        return !isAtEnd() && text.charAt(at) == c;
    }

    /// Goes past this character if it comes next.
    boolean take(char c) {
        boolean found = is(c);
        if (found) {
            at++;
        }
        return found;
    }

    /// The next character, past which it does not go.
    ///
    /// @param missing what is wrong if there is none
    char peek(String missing) throws Unfit {
        if (isAtEnd()) {
            throw new Unfit(missing);
        }
        return text.charAt(at);
    }

    /// The next character.
    ///
    /// @param missing what is wrong if there is none
    char next(String missing) throws Unfit {
        char c = peek(missing);
        at++;
        return c;
    }

    /// What stands before the next such character, past which it goes.
    ///
    /// @param missing what is wrong if there is none
    String upTo(char end, String missing) throws Unfit {
        int found = text.indexOf(end, at);
        if (found < 0) {
            throw new Unfit(missing);
        }
        String before = text.substring(at, found);
        at = found + 1;
        return before;
    }

    String digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return text.substring(from, at);
    }

    /// Whether what follows a backslash refers back to a group. Three octal digits are a character, fewer a reference.
    boolean isReference() {
        return !isAtEnd() && text.charAt(at) >= '1' && text.charAt(at) <= '9' && !areOctal();
    }

    private boolean areOctal() {
        return at + 3 <= text.length()
                && text.charAt(at) <= '3'
                && isOctal(text.charAt(at + 1))
                && isOctal(text.charAt(at + 2));
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    /// The characters meant after a backslash, which are the same in a set and outside but for `\b`.
    PythonClass escaped() throws Unfit {
        char c = next(NOTHING_ESCAPED);
        return switch (c) {
            case 'w', 'W', 'd', 'D', 's', 'S' -> PythonClass.category(c);
            case 'a' -> PythonClass.of('\u0007');
            case 'f' -> PythonClass.of('\f');
            case 'n' -> PythonClass.of('\n');
            case 'r' -> PythonClass.of('\r');
            case 't' -> PythonClass.of('\t');
            case 'v' -> PythonClass.of('\u000B');
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            case 'U' -> hexadecimal(8);
            case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c);
            default -> {
                boolean letterOrDigit = c < 0x80 && Character.isLetterOrDigit(c);
                if (letterOrDigit) {
                    throw new Unfit("it has the escape \\%c, which is none".formatted(c));
                }
                yield PythonClass.of(c);
            }
        };
    }

    private PythonClass octal(char first) throws Unfit {
        int value = first - '0';
        for (int i = 0; i < 2 && at < text.length() && isOctal(text.charAt(at)); i++) {
            value = value * 8 + text.charAt(at++) - '0';
        }
        if (value > 0xFF) {
            throw new Unfit("it has an octal escape beyond \\377");
        }
        return PythonClass.of((char) value);
    }

    private PythonClass hexadecimal(int length) throws Unfit {
        int value = 0;
        for (int i = 0; i < length; i++) {
            int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
            if (digit < 0 || text.charAt(at) >= 0x80) {
                throw new Unfit("it has an escape with too few hexadecimal digits");
            }
            value = value * 16 + digit;
            at++;
        }
        if (value < 0 || value > Character.MAX_CODE_POINT) {
            throw new Unfit("it has an escape that is no character");
        }
        // Paths have no characters beyond the basic plane.
        return PythonClass.of(value > Character.MAX_VALUE ? Character.MAX_VALUE : (char) value);
    }
}
