package io.github.wis2chain.standards.topics;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Judges the levels below the discipline against its tree, which is open below `experimental` at level 8.
final class SubDisciplineCheck {

    private static final int FIRST = Level.IN_ORDER.size();
    private static final String EXPERIMENTAL = "experimental";

    private final Repair repair;

    SubDisciplineCheck(Repair repair) {
        this.repair = repair;
    }

    /// Judges; the answer is whether every fault had an evident repair.
    boolean judge(Term discipline) {
        if (repair.levels().get(FIRST).equals(EXPERIMENTAL)) {
            return true;
        }
        Term at = discipline;
        for (int i = FIRST; i < repair.levels().size(); i++) {
            Term child = at.children().get(repair.levels().get(i));
            if (child == null) {
                if (!isRepaired(at, i)) {
                    return false;
                }
                child = at.children().get(repair.levels().get(i));
            }
            if (child == null) {
                return false;
            }
            at = child;
        }
        if (!at.isLeaf()) {
            repair.warn(
                    Wth.PUBLISHING_ADVICE,
                    "the topic ends at [%s], below which there are %s; a topic that has none below it is preferred"
                            .formatted(repair.levels().getLast(), Repair.abridged(at.children())));
        }
        return true;
    }

    private boolean isRepaired(Term parent, int index) {
        String found = repair.levels().get(index);
        String above = String.join("/", repair.levels().subList(Level.IN_ORDER.size() - 1, index));
        if (!Notation.isWellFormed(found)) {
            return false;
        }
        if (found.equals(EXPERIMENTAL)) {
            repair.fail(
                    Wth.PUBLISHING.parts("A"),
                    String.format(
                            Locale.ROOT,
                            "level %d is [experimental]; that is defined only at level 8, directly"
                                    + " below a discipline",
                            index + 1));
            return false;
        }
        Optional<List<String>> meant = Nearest.below(parent, found);
        repair.fail(
                Wth.PUBLISHING.parts("A"),
                String.format(
                        Locale.ROOT,
                        "level %d [%s] is not defined below [%s]%s",
                        index + 1,
                        Quoted.shortened(found),
                        Quoted.shortened(above),
                        meant.map(path -> Repair.didYouMean(String.join("/", path)))
                                .orElse("; " + Repair.abridged(parent.children()) + " are")));
        if (meant.isEmpty()) {
            return false;
        }
        repair.put(index, meant.get());
        return true;
    }
}
