package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.topics.PythonSyntax.Unfit;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/// Reads what stands in brackets.
record PythonSet(PythonText text) {

    private static final char ASCII = 128;
    private static final String OPEN = "it has an opening bracket too many";

    PythonClass read() throws Unfit {
        boolean negated = text.take('^');
        List<Predicate<Character>> members = new ArrayList<>();
        char c = text.next(OPEN);
        // A bracket that closes at once is a member.
        do {
            PythonClass first = member(c);
            if (!text.take('-')) {
                members.add(first.takes());
            } else {
                char last = text.next(OPEN);
                if (last == ']') {
                    members.add(first.takes());
                    members.add(found -> found == '-');
                    return of(members, negated);
                }
                members.add(range(first, member(last)));
            }
            c = text.next(OPEN);
        } while (c != ']');
        return of(members, negated);
    }

    /// The paths of the hierarchy are ASCII and a set may be long, so what it takes of ASCII is found once.
    private static PythonClass of(List<Predicate<Character>> members, boolean negated) {
        Predicate<Character> takes =
                c -> members.stream().anyMatch(member -> member.test(c)) != negated;
        var ascii = new BitSet(ASCII);
        for (char c = 0; c < ASCII; c++) {
            ascii.set(c, takes.test(c));
        }
        return PythonClass.of(c -> c < ASCII ? ascii.get(c) : takes.test(c));
    }

    private PythonClass member(char c) throws Unfit {
        if (c != '\\') {
            return PythonClass.of(c);
        }
        return text.take('b') ? PythonClass.of('\b') : text.escaped();
    }

    private static Predicate<Character> range(PythonClass first, PythonClass last) throws Unfit {
        if (!first.isSingle() || !last.isSingle() || first.single() > last.single()) {
            throw new Unfit("it has a range of characters that is none");
        }
        return c -> c >= first.single() && c <= last.single();
    }
}
