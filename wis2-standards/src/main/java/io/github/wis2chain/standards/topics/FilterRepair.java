package io.github.wis2chain.standards.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Puts a filter right that no topic can match: case, order, misspelt terms, an end that comes too early.
final class FilterRepair {

    private static final String EXPERIMENTAL = "experimental";

    private final TopicHierarchy hierarchy;
    private final List<String> levels;

    FilterRepair(TopicHierarchy hierarchy, String filter) {
        this.hierarchy = hierarchy;
        this.levels = new ArrayList<>(Topic.levelsOf(filter));
    }

    /// The filter that was meant; empty when that is not evident. Whether topics match it is for the caller to judge.
    Optional<String> repaired() {
        levels.replaceAll(level -> isWildcard(level) ? level : Notation.repaired(level));
        putInOrder();
        boolean evident = isPrimaryRepaired() && isTreeRepaired();
        if (!levels.getLast().equals("#") && levels.size() <= Level.IN_ORDER.size() && isOpen()) {
            levels.add("#");
        }
        return evident ? Optional.of(String.join("/", levels)) : Optional.empty();
    }

    private void putInOrder() {
        int type = Level.NOTIFICATION_TYPE.index();
        int policy = Level.DATA_POLICY.index();
        if (levels.size() > policy
                && hierarchy.terms(Level.DATA_POLICY).containsKey(levels.get(type))
                && hierarchy.terms(Level.NOTIFICATION_TYPE).containsKey(levels.get(policy))) {
            Collections.swap(levels, type, policy);
        }
    }

    private boolean isPrimaryRepaired() {
        for (int i = 0; i < Math.min(levels.size(), Level.IN_ORDER.size()); i++) {
            Level level = Level.IN_ORDER.get(i);
            String found = levels.get(i);
            // Another centre's name may be as near; only the author knows which was meant.
            if (level == Level.CENTRE_ID || isWildcard(found)) {
                continue;
            }
            Optional<String> term = known(found, hierarchy.terms(level).keySet());
            if (term.isEmpty()) {
                return false;
            }
            levels.set(i, term.get());
        }
        return true;
    }

    private boolean isTreeRepaired() {
        List<Term> at =
                List.of(
                        new Term(
                                TermStatus.UNSTATED,
                                hierarchy.terms(Level.EARTH_SYSTEM_DISCIPLINE)));
        for (int i = Level.EARTH_SYSTEM_DISCIPLINE.index(); i < levels.size(); i++) {
            String found = levels.get(i);
            if (found.equals("#") || (i == Level.IN_ORDER.size() && found.equals(EXPERIMENTAL))) {
                return true;
            }
            if (!found.equals("+")) {
                Set<String> names = new HashSet<>();
                at.forEach(term -> names.addAll(term.children().keySet()));
                Optional<String> term = known(found, names);
                if (term.isEmpty()) {
                    return false;
                }
                levels.set(i, term.get());
            }
            String name = levels.get(i);
            at =
                    at.stream()
                            .flatMap(term -> term.children().entrySet().stream())
                            .filter(child -> name.equals("+") || name.equals(child.getKey()))
                            .map(child -> child.getValue())
                            .toList();
        }
        return true;
    }

    /// Whether topics go on where the filter ends.
    private boolean isOpen() {
        return levels.size() < Topic.FEWEST_LEVELS
                || levels.get(Level.NOTIFICATION_TYPE.index()).equals("data");
    }

    private static Optional<String> known(String found, Collection<String> terms) {
        return terms.contains(found) ? Optional.of(found) : Nearest.to(found, terms);
    }

    private static boolean isWildcard(String level) {
        return level.equals("+") || level.equals("#");
    }
}
