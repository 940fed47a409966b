package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.topics.PythonSyntax.Anchor;
import io.github.wis2chain.standards.topics.PythonSyntax.Part;
import io.github.wis2chain.standards.topics.PythonSyntax.Unfit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the official tool makes of a path with wildcards: a regular expression of Python in which `+` is one or more
/// letters and digits, `#` is anything, and all else stands unescaped, so that a dot is any character and a bar divides
/// the expression, its anchors too.
///
/// It is matched here by a set of states, in a time that no expression can make grow beyond its length: all states that
/// the characters read so far can lead to are kept at once, so that nothing is tried twice (Thompson 1968).
final class PathPattern {

    /// No path of the hierarchy comes near, so what is longer is not worth the time.
    private static final int MOST_STATES = 1000;

    private static final int DONE = -1;

    /// What is done in a state, and which state is after it.
    private sealed interface State {

        /// Takes a character.
        record Take(PythonClass characters, int then) implements State {}

        /// Is passed at a place only.
        record Pass(Anchor anchor, int then) implements State {}

        /// Is passed to two states.
        record Fork(int then, int or) implements State {}
    }

    private final List<State> states = new ArrayList<>();
    private final Optional<String> unfit;
    private int start = DONE;

    /// What the last level of a path must be; empty if it may be any.
    private final String lastLevel;

    private PathPattern(String expression) {
        String last = expression.substring(expression.lastIndexOf('/') + 1);
        this.lastLevel = last.replace("$", "").replace(".*", "").replace("^", "");
        Optional<String> reason = Optional.empty();
        try {
            start = states(PythonSyntax.read(expression, MOST_STATES), DONE);
        } catch (Unfit found) {
            reason = Optional.of(String.valueOf(found.getMessage()));
        }
        this.unfit = reason;
    }

    static PathPattern of(String path) {
        return new PathPattern("^" + path.replace("+", "(\\w+|\\+)").replace("#", ".*") + "$");
    }

    /// Why the expression cannot be matched, if so: the tool aborts at it, or it needs more than can be told in one pass.
    Optional<String> unfit() {
        return unfit;
    }

    /// Whether one of the paths matches, and ends with the last level of the expression.
    boolean matchesAny(Stream<String> paths) {
        if (unfit.isPresent()) {
            return false;
        }
        var search = new Search();
        return paths.anyMatch(path -> endsRight(path) && search.matches(path));
    }

    private boolean endsRight(String path) {
        return lastLevel.isEmpty() || lastLevel.equals(path.substring(path.lastIndexOf('/') + 1));
    }

    /// The first of the states of a part.
    ///
    /// @param then the state after the part
    private int states(Part part, int then) throws Unfit {
        return switch (part) {
            case Part.One(PythonClass characters) -> add(new State.Take(characters, then));
            case Part.Place(Anchor anchor) -> add(new State.Pass(anchor, then));
            case Part.All(List<Part> parts) -> {
                int first = then;
                for (Part each : parts.reversed()) {
                    first = states(each, first);
                }
                yield first;
            }
            case Part.Any(List<Part> parts) -> {
                int first = states(parts.getLast(), then);
                for (Part each : parts.subList(0, parts.size() - 1)) {
                    first = add(new State.Fork(states(each, then), first));
                }
                yield first;
            }
            case Part.Repeated repeated -> states(repeated, then);
        };
    }

    private int states(Part.Repeated repeated, int then) throws Unfit {
        int first = then;
        if (repeated.most() == Integer.MAX_VALUE) {
            first = add(new State.Fork(then, then));
            int fork = first;
            states.set(fork, new State.Fork(states(repeated.part(), fork), then));
        } else {
            for (int i = repeated.fewest(); i < repeated.most(); i++) {
                first = add(new State.Fork(states(repeated.part(), first), then));
            }
        }
        for (int i = 0; i < repeated.fewest(); i++) {
            int before = states.size();
            first = states(repeated.part(), first);
            if (states.size() == before) {
                // Nothing, however often, is nothing.
                break;
            }
        }
        return first;
    }

    private int add(State state) throws Unfit {
        if (states.size() == MOST_STATES) {
            throw new Unfit("it is too long");
        }
        states.add(state);
        return states.size() - 1;
    }

    /// The states of one search after the other, which are kept so that a thousand paths cost no memory. For one thread.
    private final class Search {

        private final int[] open = new int[2 * states.size() + 2];
        private BitSet now = new BitSet(states.size());
        private BitSet next = new BitSet(states.size());

        /// Whether the expression matches anywhere in a path; its anchors are parts of it.
        boolean matches(String path) {
            now.clear();
            for (int at = 0; !enter(start, path, at, now); at++) {
                if (at == path.length()) {
                    return false;
                }
                next.clear();
                for (int i = now.nextSetBit(0); i >= 0; i = now.nextSetBit(i + 1)) {
                    if (states.get(i) instanceof State.Take take
                            && take.characters().takes().test(path.charAt(at))
                            && enter(take.then(), path, at + 1, next)) {
                        return true;
                    }
                }
                BitSet last = now;
                now = next;
                next = last;
            }
            return true;
        }

        /// Enters a state, and all that are passed to from it; the answer is whether the end is among them.
        private boolean enter(int first, String path, int at, BitSet entered) {
            int top = 0;
            open[top++] = first;
            while (top > 0) {
                int state = open[--top];
                if (state == DONE) {
                    return true;
                }
                if (entered.get(state)) {
                    continue;
                }
                entered.set(state);
                switch (states.get(state)) {
                    case State.Take _ -> {
                        // Waits for the next character.
                    }
                    case State.Pass pass -> {
                        if (isAt(pass.anchor(), path, at)) {
                            open[top++] = pass.then();
                        }
                    }
                    case State.Fork fork -> {
                        open[top++] = fork.or();
                        open[top++] = fork.then();
                    }
                }
            }
            return false;
        }
    }

    private static boolean isAt(Anchor anchor, String path, int at) {
        return switch (anchor) {
            case BEGIN -> at == 0;
            case END -> at == path.length();
            case WORD_EDGE -> isWord(path, at - 1) != isWord(path, at);
            case NO_WORD_EDGE -> isWord(path, at - 1) == isWord(path, at);
        };
    }

    private static boolean isWord(String path, int index) {
        return index >= 0 && index < path.length() && PythonClass.isWord(path.charAt(index));
    }
}
