package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/// A topic under judgement: its levels, put right where the right one is evident, and what was wrong with them.
final class Repair {

    private final List<String> levels;
    private final List<Draft> drafts = new ArrayList<>();

    Repair(String topic) {
        this.levels = new ArrayList<>(Topic.levelsOf(topic));
    }

    /// The levels as repaired so far; the list changes with every repair.
    List<String> levels() {
        return Collections.unmodifiableList(levels);
    }

    String at(Level level) {
        return levels.get(level.index());
    }

    void put(Level level, String term) {
        levels.set(level.index(), term);
    }

    void put(int index, String level) {
        levels.set(index, level);
    }

    /// Puts several levels in the place of one.
    void put(int index, List<String> path) {
        levels.remove(index);
        levels.addAll(index, path);
    }

    void exchange(Level one, Level other) {
        Collections.swap(levels, one.index(), other.index());
    }

    /// Leaves out all levels beyond the first ones.
    void cut(int length) {
        levels.subList(length, levels.size()).clear();
    }

    void fail(Requirement requirement, String message) {
        drafts.add(new Draft(requirement, Verdict.FAILED, message));
    }

    void warn(Requirement requirement, String message) {
        drafts.add(new Draft(requirement, Verdict.WARNING, message));
    }

    boolean isSound() {
        return drafts.stream().noneMatch(draft -> draft.verdict() == Verdict.FAILED);
    }

    /// The whole topic as repaired.
    String topic() {
        return String.join("/", levels);
    }

    /// What was found, in order; the faults with the repaired topic, if it is offered.
    List<Finding> findings(boolean offered) {
        Optional<String> fix = offered ? Optional.of(topic()) : Optional.empty();
        return drafts.stream().map(draft -> draft.with(fix)).toList();
    }

    static String didYouMean(String text) {
        return ", did you mean [%s]".formatted(text);
    }

    static String counted(int levels) {
        return levels == 1 ? "1 level" : levels + " levels";
    }

    /// The names of a few terms, and how many more there are.
    static String abridged(SortedMap<String, Term> terms) {
        List<String> first = terms.keySet().stream().limit(8).toList();
        String names = String.join(", ", first);
        return terms.size() > first.size()
                ? String.format(Locale.ROOT, "%s and %d more", names, terms.size() - first.size())
                : names;
    }

    /// A finding before its fix is known.
    private record Draft(Requirement requirement, Verdict verdict, String message) {

        Finding with(Optional<String> fix) {
            return new Finding(
                    requirement,
                    verdict,
                    "",
                    message,
                    verdict == Verdict.FAILED ? fix : Optional.empty());
        }
    }
}
