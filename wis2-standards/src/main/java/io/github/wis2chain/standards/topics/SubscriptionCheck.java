package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Verdict;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Judges one filter for subscribing, by MQTT and by the terms of WTH 1: it is useful if a topic of
/// the hierarchy can match it.
final class SubscriptionCheck {

    private static final String EXPERIMENTAL = "experimental";

    /// No filter for the hierarchy is longer; what is, was not meant to be one.
    private static final int LONGEST_REPAIRED = 500;

    private final TopicHierarchy hierarchy;
    private final String filter;

    SubscriptionCheck(TopicHierarchy hierarchy, String filter) {
        this.hierarchy = hierarchy;
        this.filter = filter;
    }

    Report report() {
        String fault = TopicFilter.faultOf(filter);
        Optional<String> message =
                fault.isEmpty()
                        ? unmatched(Topic.levelsOf(filter))
                        : Optional.of(
                                "topic filter [%s] %s".formatted(Quoted.shortened(filter), fault));
        return new Report(
                Profile.STRICT,
                message.map(text -> List.of(finding(text, fault.isEmpty()))).orElse(List.of()));
    }

    private Finding finding(String message, boolean isFilter) {
        Optional<String> fix =
                isFilter && filter.length() <= LONGEST_REPAIRED
                        ? new FilterRepair(hierarchy, filter)
                                .repaired()
                                .filter(meant -> isSound(hierarchy, meant))
                        : Optional.empty();
        return new Finding(Wth.PUBLISHING.parts("A"), Verdict.FAILED, "", message, fix);
    }

    private static boolean isSound(TopicHierarchy hierarchy, String filter) {
        var check = new SubscriptionCheck(hierarchy, filter);
        return TopicFilter.faultOf(filter).isEmpty()
                && check.unmatched(Topic.levelsOf(filter)).isEmpty();
    }

    /// Why no topic matches; empty when one does.
    private Optional<String> unmatched(List<String> levels) {
        int primary = Math.min(levels.size(), Level.IN_ORDER.size());
        for (int i = 0; i < primary; i++) {
            String wanted = levels.get(i);
            if (wanted.equals("#")) {
                return Optional.empty();
            }
            Level level = Level.IN_ORDER.get(i);
            if (!wanted.equals("+") && !isDefined(level, wanted)) {
                return Optional.of(undefined(level, wanted));
            }
            if (level == Level.NOTIFICATION_TYPE && wanted.equals("metadata")) {
                return afterMetadata(levels);
            }
        }
        if (levels.size() < Topic.FEWEST_LEVELS) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "the filter ends at level %d and matches that level only; topics have 5"
                                    + " levels or more, end it with [/#]",
                            levels.size()));
        }
        boolean typeIsOpen = levels.get(Level.NOTIFICATION_TYPE.index()).equals("+");
        if (levels.size() == Topic.FEWEST_LEVELS && typeIsOpen) {
            return Optional.empty();
        }
        if (matchesBelow(hierarchy.terms(Level.EARTH_SYSTEM_DISCIPLINE), levels, primary(levels))) {
            return Optional.empty();
        }
        return Optional.of(
                levels.size() <= Level.IN_ORDER.size()
                        ? String.format(
                                Locale.ROOT,
                                "the filter ends at level %d; data is published at level 8 or"
                                        + " deeper, end it with [/#]",
                                levels.size())
                        : "no topic of the hierarchy has what the filter requires from level 7 on");
    }

    private static int primary(List<String> levels) {
        return Math.min(levels.size(), Level.EARTH_SYSTEM_DISCIPLINE.index());
    }

    private boolean isDefined(Level level, String wanted) {
        return level == Level.CENTRE_ID
                ? hierarchy.standing(wanted).mayPublish()
                : hierarchy.terms(level).containsKey(wanted);
    }

    private String undefined(Level level, String wanted) {
        return String.format(
                Locale.ROOT,
                "level %d [%s] is not a %s that is defined%s",
                level.number(),
                Quoted.shortened(wanted),
                level.notation(),
                Nearest.to(wanted, hierarchy.terms(level).keySet())
                        .map(", did you mean [%s]"::formatted)
                        .orElse(""));
    }

    private static Optional<String> afterMetadata(List<String> levels) {
        boolean ends =
                levels.size() == Topic.FEWEST_LEVELS
                        || (levels.size() == Topic.FEWEST_LEVELS + 1
                                && levels.getLast().equals("#"));
        return ends
                ? Optional.empty()
                : Optional.of(
                        "the filter goes on after level 5 [metadata], but topics for metadata end"
                                + " there");
    }

    /// Whether a topic of at least 8 levels matches from the index on; the levels before do.
    private static boolean matchesBelow(
            Map<String, Term> children, List<String> levels, int index) {
        if (index >= levels.size()) {
            return index > Level.IN_ORDER.size();
        }
        String wanted = levels.get(index);
        if (wanted.equals("#")) {
            // Also matches the level before it, which exists; a discipline alone has topics below.
            return true;
        }
        boolean atFirstSubDiscipline = index == Level.IN_ORDER.size();
        return children.entrySet().stream()
                .filter(child -> wanted.equals("+") || wanted.equals(child.getKey()))
                .anyMatch(child ->
                        (atFirstSubDiscipline
                                        && child.getKey().equals(EXPERIMENTAL)
                                        && areOpen(levels, index + 1))
                                || matchesBelow(child.getValue().children(), levels, index + 1));
    }

    /// Whether the levels from the index on can be met below `experimental`, where any are allowed.
    private static boolean areOpen(List<String> levels, int index) {
        return levels.stream()
                .skip(index)
                .allMatch(level ->
                        level.equals("+") || level.equals("#") || Notation.isWellFormed(level));
    }
}
