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
    private static final String OTHER_GROUP = "it has a group of a kind that is not followed";

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

    private final PythonText text;
    private final int mostParts;
    private final Set<String> names = new HashSet<>();
    private int depth;
    private int count;

    private PythonSyntax(PythonText text, int mostParts) {
        this.text = text;
        this.mostParts = mostParts;
    }

    /// Reads an expression.
    ///
    /// @param mostParts how many parts it may have to be followed
    static Part read(String text, int mostParts) throws Unfit {
        var syntax = new PythonSyntax(new PythonText(text), mostParts);
        Part whole = syntax.choice();
        if (!syntax.text.isAtEnd()) {
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
        } while (text.take('|'));
        depth--;
        return choices.size() == 1 ? choices.getFirst() : new Part.Any(choices);
    }

    private Part sequence() throws Unfit {
        List<Part> parts = new ArrayList<>();
        while (!text.isAtEnd() && !text.is('|') && !text.is(')')) {
            if (++count > mostParts) {
                throw new Unfit("it is too long");
            }
            char c = text.next("it ends early");
            switch (c) {
                case '*' -> repeat(parts, 0, UNBOUNDED);
                case '+' -> repeat(parts, 1, UNBOUNDED);
                case '?' -> repeat(parts, 0, 1);
                case '{' -> braces(parts);
                case '.' -> parts.add(new Part.One(PythonClass.anything()));
                case '^' -> parts.add(new Part.Place(Anchor.BEGIN));
                case '$' -> parts.add(new Part.Place(Anchor.END));
                case '(' -> parts.add(group());
                case '[' -> parts.add(new Part.One(new PythonSet(text).read()));
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
        text.take('?');
        if (text.take('+')) {
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
    private void braces(List<Part> parts) throws Unfit {
        int behindBrace = text.place();
        String least = text.digits();
        boolean comma = text.take(',');
        String most = comma ? text.digits() : least;
        if (!text.take('}') || (!comma && least.isEmpty())) {
            text.returnTo(behindBrace);
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
        if (text.take('?')) {
            if (text.take('P')) {
                name();
            } else if (!text.take(':')) {
                throw new Unfit(OTHER_GROUP);
            }
        }
        Part inside = choice();
        if (!text.take(')')) {
            throw new Unfit("it has an opening parenthesis too many");
        }
        // A group is one part, so that what is repeated inside may be repeated as a whole.
        return new Part.All(List.of(inside));
    }

    private void name() throws Unfit {
        if (!text.take('<')) {
            throw new Unfit(OTHER_GROUP);
        }
        String name = text.upTo('>', OTHER_GROUP);
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
        Optional<Anchor> anchor =
                switch (text.peek(PythonText.NOTHING_ESCAPED)) {
                    case 'A' -> Optional.of(Anchor.BEGIN);
                    case 'Z' -> Optional.of(Anchor.END);
                    case 'b' -> Optional.of(Anchor.WORD_EDGE);
                    case 'B' -> Optional.of(Anchor.NO_WORD_EDGE);
                    default -> Optional.empty();
                };
        if (anchor.isPresent()) {
            text.next(PythonText.NOTHING_ESCAPED);
            return new Part.Place(anchor.get());
        }
        if (text.isReference()) {
            throw new Unfit("it refers back to a group, which is not followed");
        }
        return new Part.One(text.escaped());
    }
}
