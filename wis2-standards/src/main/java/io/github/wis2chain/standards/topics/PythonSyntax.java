package io.github.wis2chain.standards.topics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a regular expression as Python's `re` does, into a tree.
///
/// It knows what can be told of a text in one pass: characters and classes of them, groups, alternatives, repetitions and
/// places. Looking ahead or behind, references back to groups, conditions and flags are not followed. For one
/// expression and one thread.
final class PythonSyntax {

    /// More makes no difference: no path of the hierarchy is as long.
    static final int MOST_REPETITIONS = 128;

    private static final int UNBOUNDED = Integer.MAX_VALUE;
    private static final int DEEPEST = 50;

    /// An expression that is none to Python, or that is not followed.
    static final class Unfit extends Exception {

        private static final long serialVersionUID = 1L;

        Unfit(String reason) {
            super(reason, null, false, false);
        }
    }

    /// A part of an expression.
    sealed interface Part {

        /// One character.
        record One(PythonClass characters) implements Part {}

        /// A place between characters.
        record Place(Anchor anchor) implements Part {}

        /// Parts one after the other.
        record All(List<Part> parts) implements Part {}

        /// One of several parts.
        record Any(List<Part> parts) implements Part {}

        /// A part several times.
        ///
        /// @param most `Integer.MAX_VALUE` for any number
        record Repeated(Part part, int fewest, int most) implements Part {}
    }

    /// What a place may be.
    enum Anchor {
        BEGIN,
        END,
        WORD_EDGE,
        NO_WORD_EDGE
    }

    private final String text;
    private final int mostParts;
    private final Set<String> names = new HashSet<>();
    private int at;
    private int depth;
    private int count;

    private PythonSyntax(String text, int mostParts) {
        this.text = text;
        this.mostParts = mostParts;
    }

    /// Reads an expression.
    ///
    /// @param mostParts how many parts it may have to be followed
    static Part read(String text, int mostParts) throws Unfit {
        var syntax = new PythonSyntax(text, mostParts);
        Part whole = syntax.choice();
        if (syntax.at < text.length()) {
            throw new Unfit("it has a closing parenthesis too many");
        }
        return whole;
    }

    private Part choice() throws Unfit {
        if (++depth > DEEPEST) {
            throw new Unfit("its groups lie too deep in each other");
        }
        List<Part> choices = new ArrayList<>();
        do {
            choices.add(sequence());
        } while (take('|'));
        depth--;
        return choices.size() == 1 ? choices.getFirst() : new Part.Any(choices);
    }

    private Part sequence() throws Unfit {
        List<Part> parts = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            if (++count > mostParts) {
                throw new Unfit("it is too long");
            }
            int from = at;
            char c = text.charAt(at++);
            switch (c) {
                case '*' -> repeat(parts, 0, UNBOUNDED);
                case '+' -> repeat(parts, 1, UNBOUNDED);
                case '?' -> repeat(parts, 0, 1);
                case '{' -> braces(parts, from);
                case '.' -> parts.add(new Part.One(PythonClass.anything()));
                case '^' -> parts.add(new Part.Place(Anchor.BEGIN));
                case '$' -> parts.add(new Part.Place(Anchor.END));
                case '(' -> parts.add(group());
                case '[' -> parts.add(new Part.One(new PythonSet(this).read()));
                case '\\' -> parts.add(escape());
                default -> parts.add(new Part.One(PythonClass.of(c)));
            }
        }
        return new Part.All(parts);
    }

    private void repeat(List<Part> parts, int fewest, int most) throws Unfit {
        Part last = parts.isEmpty() ? new Part.Place(Anchor.BEGIN) : parts.getLast();
        if (last instanceof Part.Place) {
            throw new Unfit("it repeats nothing");
        }
        if (last instanceof Part.Repeated) {
            throw new Unfit("it repeats a repetition");
        }
        // Whether few or many are preferred makes no difference to whether there is a match.
        take('?');
        if (take('+')) {
            throw new Unfit("it has a possessive repetition, which is not followed");
        }
        parts.removeLast();
        parts.add(
                new Part.Repeated(
                        last,
                        Math.min(fewest, MOST_REPETITIONS),
                        most == UNBOUNDED ? most : Math.min(most, MOST_REPETITIONS)));
    }

    /// `{2}`, `{2,}`, `{,3}` or `{2,3}`; whatever else begins so is a brace.
    private void braces(List<Part> parts, int from) throws Unfit {
        String least = digits();
        boolean comma = take(',');
        String most = comma ? digits() : least;
        if (!take('}') || (!comma && least.isEmpty())) {
            at = from + 1;
            parts.add(new Part.One(PythonClass.of('{')));
            return;
        }
        int fewest = least.isEmpty() ? 0 : number(least);
        int highest = most.isEmpty() ? UNBOUNDED : number(most);
        if (highest < fewest) {
            throw new Unfit("it repeats more often at least than at most");
        }
        repeat(parts, fewest, highest);
    }

    /// Python refuses numbers from 2^32 on; what lies between is as much as this.
    private static int number(String digits) throws Unfit {
        if (digits.length() > 10 || Long.parseLong(digits) >= 0xFFFF_FFFFL) {
            throw new Unfit("it repeats too often");
        }
        return (int) Math.min(Long.parseLong(digits), UNBOUNDED - 1);
    }

    private Part group() throws Unfit {
        if (take('?')) {
            if (take('P')) {
                name();
            } else if (!take(':')) {
                throw new Unfit("it has a group of a kind that is not followed");
            }
        }
        Part inside = choice();
        if (!take(')')) {
            throw new Unfit("it has an opening parenthesis too many");
        }
        // A group is one part, so that what is repeated inside may be repeated as a whole.
        return new Part.All(List.of(inside));
    }

    private void name() throws Unfit {
        int end = text.indexOf('>', at);
        if (!take('<') || end < 0) {
            throw new Unfit("it has a group of a kind that is not followed");
        }
        String name = text.substring(at, end);
        at = end + 1;
        boolean fit =
                !name.isEmpty()
                        && (name.charAt(0) == '_'
                                || Character.isUnicodeIdentifierStart(name.charAt(0)))
                        && name.chars().allMatch(Character::isUnicodeIdentifierPart)
                        && names.add(name);
        if (!fit) {
            throw new Unfit("it has a group whose name is none or is taken");
        }
    }

    private Part escape() throws Unfit {
        if (at == text.length()) {
            throw new Unfit("it ends with a backslash");
        }
        char c = text.charAt(at);
        Optional<Anchor> anchor =
                switch (c) {
                    case 'A' -> Optional.of(Anchor.BEGIN);
                    case 'Z' -> Optional.of(Anchor.END);
                    case 'b' -> Optional.of(Anchor.WORD_EDGE);
                    case 'B' -> Optional.of(Anchor.NO_WORD_EDGE);
                    default -> Optional.empty();
                };
        if (anchor.isPresent()) {
            at++;
            return new Part.Place(anchor.get());
        }
        if (c >= '1' && c <= '9' && !isOctal()) {
            throw new Unfit("it refers back to a group, which is not followed");
        }
        return new Part.One(escaped());
    }

    /// Three octal digits are a character, fewer a reference.
    private boolean isOctal() {
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
        char c = next("it ends with a backslash");
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

    boolean take(char c) {
        boolean found = at < text.length() && text.charAt(at) == c;
        if (found) {
            at++;
        }
        return found;
    }

    /// The next character.
    char next(String missing) throws Unfit {
        if (at == text.length()) {
            throw new Unfit(missing);
        }
        return text.charAt(at++);
    }

    private String digits() {
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return text.substring(from, at);
    }
}
