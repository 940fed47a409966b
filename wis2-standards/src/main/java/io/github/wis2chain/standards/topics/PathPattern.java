package io.github.wis2chain.standards.topics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/// What the official tool makes of a path with wildcards: a regular expression in which `+` is one or more letters and
/// digits, `#` is anything, and all else stands unescaped, so that a dot is any character.
///
/// It is matched here by a set of states, in a time that no expression can make grow beyond its length. Brackets,
/// bars, question marks and backslashes, which no path has, match nothing; `^` in front and `$` at the end say what the
/// tool says anyway.
final class PathPattern {

    /// No path of the hierarchy comes near, so what is longer is not worth the time.
    private static final int MOST_PARTS = 500;

    private static final String NOT_UNDERSTOOD = "\\?{}[]|()^$";

    /// One part of the expression.
    ///
    /// @param kind what it matches
    /// @param character the one that a LITERAL matches
    /// @param repeated whether it is matched any number of times, or once
    private record Part(Kind kind, char character, boolean repeated) {

        boolean takes(char c) {
            return switch (kind) {
                case LITERAL -> c == character;
                case ANY -> true;
                case WORD -> c != '-' && c != '/';
            };
        }
    }

    private enum Kind {
        LITERAL,
        ANY,
        WORD
    }

    private final List<Part> parts;
    private final boolean understood;

    /// What the last level of a path must be; empty if it may be any.
    private final String lastLevel;

    private PathPattern(List<Part> parts, boolean understood, String lastLevel) {
        this.parts = parts;
        this.understood = understood;
        this.lastLevel = lastLevel;
    }

    static PathPattern of(String text) {
        String path = withoutAnchors(text);
        List<Part> parts = new ArrayList<>();
        boolean understood = true;
        for (int i = 0; i < path.length() && understood && parts.size() <= MOST_PARTS; i++) {
            char c = path.charAt(i);
            switch (c) {
                case '.' -> parts.add(new Part(Kind.ANY, c, false));
                case '#' -> add(parts, new Part(Kind.ANY, c, true));
                case '+' -> {
                    parts.add(new Part(Kind.WORD, c, false));
                    add(parts, new Part(Kind.WORD, c, true));
                }
                case '*' -> understood = repeatLast(parts, i > 0 ? path.charAt(i - 1) : '*');
                default -> {
                    understood = NOT_UNDERSTOOD.indexOf(c) < 0;
                    parts.add(new Part(Kind.LITERAL, c, false));
                }
            }
        }
        String last = path.substring(path.lastIndexOf('/') + 1).replace("#", "").replace(".*", "");
        return new PathPattern(parts, understood && parts.size() <= MOST_PARTS, last);
    }

    private static String withoutAnchors(String path) {
        int from = 0;
        while (from < path.length() && path.charAt(from) == '^') {
            from++;
        }
        int to = path.length();
        while (to > from && path.charAt(to - 1) == '$') {
            to--;
        }
        return path.substring(from, to);
    }

    /// Whether one of the paths matches, and ends with the last level of the expression.
    boolean matchesAny(Stream<String> paths) {
        return understood && paths.anyMatch(path -> endsRight(path) && matches(path));
    }

    private boolean endsRight(String path) {
        return lastLevel.isEmpty() || lastLevel.equals(path.substring(path.lastIndexOf('/') + 1));
    }

    private boolean matches(String path) {
        BitSet states = new BitSet(parts.size() + 1);
        states.set(0);
        skipRepeated(states);
        for (int i = 0; i < path.length() && !states.isEmpty(); i++) {
            states = next(states, path.charAt(i));
        }
        return states.get(parts.size());
    }

    private BitSet next(BitSet states, char c) {
        BitSet next = new BitSet(parts.size() + 1);
        for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
            if (at < parts.size() && parts.get(at).takes(c)) {
                next.set(parts.get(at).repeated() ? at : at + 1);
            }
        }
        skipRepeated(next);
        return next;
    }

    /// A repeated part may be matched no time.
    private void skipRepeated(BitSet states) {
        for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
            if (at < parts.size() && parts.get(at).repeated()) {
                states.set(at + 1);
            }
        }
    }

    /// Two equal repetitions one after the other match what one does.
    private static void add(List<Part> parts, Part repeated) {
        if (parts.isEmpty() || !parts.getLast().equals(repeated)) {
            parts.add(repeated);
        }
    }

    /// Repeats what stands before an asterisk; the answer is whether an expression may be so.
    private static boolean repeatLast(List<Part> parts, char before) {
        if (before == '*' || before == '#') {
            return false;
        }
        if (before != '+') {
            Part last = parts.removeLast();
            parts.add(new Part(last.kind(), last.character(), true));
            return true;
        }
        // One word and any rest of it are one part repeated.
        Part rest = parts.removeLast();
        parts.removeLast();
        add(parts, rest);
        return true;
    }
}
