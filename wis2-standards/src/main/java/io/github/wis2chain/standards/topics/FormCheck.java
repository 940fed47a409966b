package io.github.wis2chain.standards.topics;

import java.util.Locale;

/// Judges the form of a topic, whatever its terms: the order of its levels and the notation of each (WTH 1,
/// `/req/core/conventions`).
final class FormCheck {

    /// A hostile topic can have 65,535 empty levels; an operator needs the first few.
    private static final int MOST_NOTATION_FINDINGS = 8;

    private final TopicHierarchy hierarchy;
    private final Repair repair;

    FormCheck(TopicHierarchy hierarchy, Repair repair) {
        this.hierarchy = hierarchy;
        this.repair = repair;
    }

    /// Judges; the answer is whether every fault had an evident repair.
    boolean judge() {
        boolean repaired = isNotationRepaired();
        judgeOrder();
        return repaired;
    }

    private void judgeOrder() {
        if (repair.levels().size() <= Level.DATA_POLICY.index()) {
            return;
        }
        String type = repair.at(Level.NOTIFICATION_TYPE);
        String policy = repair.at(Level.DATA_POLICY);
        if (hierarchy.terms(Level.DATA_POLICY).containsKey(type)
                && hierarchy.terms(Level.NOTIFICATION_TYPE).containsKey(policy)) {
            repair.fail(
                    Wth.CONVENTIONS.parts("F"),
                    "levels 5 and 6 are [%s/%s]; the notification-type comes before the data-policy%s"
                            .formatted(type, policy, Repair.didYouMean(policy + "/" + type)));
            repair.exchange(Level.NOTIFICATION_TYPE, Level.DATA_POLICY);
        }
    }

    private boolean isNotationRepaired() {
        int malformed = 0;
        boolean repaired = true;
        for (int i = 0; i < repair.levels().size(); i++) {
            String level = repair.levels().get(i);
            if (Notation.isWellFormed(level)) {
                continue;
            }
            malformed++;
            String proposal = malformed > MOST_NOTATION_FINDINGS ? level : Notation.repaired(level);
            boolean evident = Notation.isWellFormed(proposal);
            repaired &= evident;
            if (malformed <= MOST_NOTATION_FINDINGS) {
                repair.fail(
                        Wth.CONVENTIONS,
                        String.format(
                                Locale.ROOT,
                                "level %d %s%s%s",
                                i + 1,
                                level.isEmpty() ? "" : "[" + Quoted.shortened(level) + "] ",
                                Notation.faultOf(level),
                                evident ? Repair.didYouMean(proposal) : ""));
                repair.put(i, evident ? proposal : level);
            }
        }
        if (malformed > MOST_NOTATION_FINDINGS) {
            repair.fail(
                    Wth.CONVENTIONS,
                    String.format(
                            Locale.ROOT,
                            "%d more levels are malformed",
                            malformed - MOST_NOTATION_FINDINGS));
        }
        return repaired;
    }
}
