package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.conformance.Requirement;
import io.github.wis2chain.standards.conformance.Verdict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/// Judges one topic for publishing, once, by the text of WTH 1.
///
/// Alongside the judgement a repaired topic grows: where a level is wrong and the right one is
/// evident, the judgement goes on from the right one, so that one slip does not hide the next. A
/// finding offers the whole repaired topic as its fix, if that is one to publish on.
final class PublicationCheck {

    /// A hostile topic can have 65,535 empty levels; an operator needs the first few.
    private static final int MOST_NOTATION_FINDINGS = 8;

    private static final int FIRST_SUB_DISCIPLINE = Level.IN_ORDER.size();
    private static final String ORIGIN = "origin";
    private static final String EXPERIMENTAL = "experimental";

    private final TopicHierarchy hierarchy;
    private final String topic;
    private final Optional<CentreId> publisher;
    private final List<String> levels;
    private final List<Draft> drafts = new ArrayList<>();

    PublicationCheck(TopicHierarchy hierarchy, String topic, Optional<CentreId> publisher) {
        this.hierarchy = hierarchy;
        this.topic = topic;
        this.publisher = publisher;
        this.levels = new ArrayList<>(Topic.levelsOf(topic));
    }

    Report report() {
        boolean repaired = isJudgedToTheEnd();
        String fix = String.join("/", levels);
        boolean offered =
                repaired
                        && !fix.equals(topic)
                        && new PublicationCheck(hierarchy, fix, publisher).isSound();
        List<Finding> findings =
                drafts.stream()
                        .map(draft -> draft.with(offered ? Optional.of(fix) : Optional.empty()))
                        .toList();
        return new Report(Profile.STRICT, findings);
    }

    private boolean isSound() {
        return isJudgedToTheEnd()
                && drafts.stream().noneMatch(draft -> draft.verdict == Verdict.FAILED);
    }

    /// Judges; the answer is whether every fault had an evident repair.
    private boolean isJudgedToTheEnd() {
        if (topic.isEmpty()) {
            fail(Wth.PUBLISHING.parts("A"), "the topic is empty; at least 5 levels are required");
            return false;
        }
        int bytes = topic.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > Topic.MOST_BYTES) {
            fail(
                    Wth.PUBLISHING.parts("A"),
                    "the topic has %d bytes; MQTT allows at most %d"
                            .formatted(bytes, Topic.MOST_BYTES));
            return false;
        }
        checkOrder();
        boolean wellFormed = checkNotation();
        if (levels.size() < Topic.FEWEST_LEVELS) {
            fail(
                    Wth.PUBLISHING.parts("A"),
                    "the topic has %s; at least %d are required, down to the notification-type"
                            .formatted(counted(levels.size()), Topic.FEWEST_LEVELS));
            return false;
        }
        boolean repaired = checkChannel();
        repaired &= checkTerm(Level.VERSION);
        repaired &= checkTerm(Level.SYSTEM);
        repaired &= checkCentre();
        repaired &= checkTerm(Level.NOTIFICATION_TYPE);
        switch (levels.get(Level.NOTIFICATION_TYPE.index())) {
            case "metadata" -> checkMetadata();
            case "data" -> repaired &= checkData();
            default -> repaired = false;
        }
        return repaired && wellFormed;
    }

    private void checkOrder() {
        int type = Level.NOTIFICATION_TYPE.index();
        int policy = Level.DATA_POLICY.index();
        if (levels.size() > policy
                && hierarchy.terms(Level.DATA_POLICY).containsKey(levels.get(type))
                && hierarchy.terms(Level.NOTIFICATION_TYPE).containsKey(levels.get(policy))) {
            fail(
                    Wth.CONVENTIONS.parts("F"),
                    "levels 5 and 6 are [%s/%s]; the notification-type comes before the data-policy, did you mean [%s/%s]"
                            .formatted(
                                    levels.get(type),
                                    levels.get(policy),
                                    levels.get(policy),
                                    levels.get(type)));
            Collections.swap(levels, type, policy);
        }
    }

    private boolean checkNotation() {
        int malformed = 0;
        boolean repaired = true;
        for (int i = 0; i < levels.size(); i++) {
            String level = levels.get(i);
            if (Notation.isWellFormed(level)) {
                continue;
            }
            malformed++;
            String proposal = malformed > MOST_NOTATION_FINDINGS ? level : Notation.repaired(level);
            boolean evident = Notation.isWellFormed(proposal);
            repaired &= evident;
            if (malformed <= MOST_NOTATION_FINDINGS) {
                fail(
                        Wth.CONVENTIONS,
                        "level %d %s%s%s"
                                .formatted(
                                        i + 1,
                                        level.isEmpty() ? "" : "[" + Quoted.shortened(level) + "] ",
                                        Notation.faultOf(level),
                                        evident ? didYouMean(proposal) : ""));
                levels.set(i, evident ? proposal : level);
            }
        }
        if (malformed > MOST_NOTATION_FINDINGS) {
            fail(
                    Wth.CONVENTIONS,
                    "%d more levels are malformed".formatted(malformed - MOST_NOTATION_FINDINGS));
        }
        return repaired;
    }

    private boolean checkChannel() {
        int index = Level.CHANNEL.index();
        String found = levels.get(index);
        if (found.equals(ORIGIN)) {
            return true;
        }
        if (!Notation.isWellFormed(found)) {
            return false;
        }
        fail(
                Wth.PUBLISHING.parts("A"),
                found.equals("cache")
                        ? "level 1 is [cache], the channel of the Global Caches; a node publishes"
                                + " on [origin]"
                        : "level 1 is [%s]; a node publishes on [origin]"
                                .formatted(Quoted.shortened(found)));
        boolean meant = found.equals("cache") || Nearest.to(found, List.of(ORIGIN)).isPresent();
        if (meant) {
            levels.set(index, ORIGIN);
        }
        return meant;
    }

    private boolean checkCentre() {
        int index = Level.CENTRE_ID.index();
        String found = levels.get(index);
        if (publisher.isPresent() && !publisher.get().value().equals(found)) {
            fail(
                    Wth.CENTRE_ID.parts("A"),
                    "level 4 is [%s]; the centre-id of the publisher, [%s], is required"
                            .formatted(Quoted.shortened(found), publisher.get()));
            levels.set(index, publisher.get().value());
        }
        String centre = levels.get(index);
        return switch (hierarchy.standing(centre)) {
            case REGISTERED, TEST -> true;
            case RETIRED -> {
                drafts.add(
                        new Draft(
                                Wth.CENTRE_ID,
                                Verdict.WARNING,
                                "level 4 [%s] is a retired centre-id".formatted(centre)));
                yield true;
            }
            case UNKNOWN -> checkUnknownCentre(centre);
        };
    }

    private boolean checkUnknownCentre(String centre) {
        if (!Notation.isWellFormed(centre)) {
            return false;
        }
        if (!CentreId.isWellFormed(centre)) {
            return failTerm(
                    Level.CENTRE_ID,
                    Wth.CENTRE_ID.parts("B"),
                    "has not the form of a centre-id; a top-level domain, a hyphen and a centre"
                            + " name are required");
        }
        CentreId id = new CentreId(centre);
        if (!hierarchy.isTopLevelDomain(id.topLevelDomain())) {
            return failTerm(
                    Level.CENTRE_ID,
                    Wth.CENTRE_ID.parts("B"),
                    "begins with [%s], which is not a known top-level domain"
                            .formatted(Quoted.shortened(id.topLevelDomain())));
        }
        return failTerm(
                Level.CENTRE_ID,
                Wth.PUBLISHING.parts("A"),
                "is not a registered centre-id; one of the list of WMO of %s, or one that ends in -test, is required"
                        .formatted(hierarchy.date()));
    }

    private boolean checkTerm(Level level) {
        String found = levels.get(level.index());
        if (hierarchy.terms(level).containsKey(found)) {
            return true;
        }
        if (!Notation.isWellFormed(found)) {
            return false;
        }
        return failTerm(
                level,
                Wth.PUBLISHING.parts("A"),
                "is not a %s; %s is required"
                        .formatted(level.notation(), alternatives(hierarchy.terms(level))));
    }

    /// Reports a term that the list of its level lacks, and puts the one that was meant in its
    /// place; the answer is whether there is one.
    private boolean failTerm(Level level, Requirement requirement, String fault) {
        String found = levels.get(level.index());
        Optional<String> meant = Nearest.to(found, hierarchy.terms(level).keySet());
        fail(
                requirement,
                "level %d [%s] %s%s"
                        .formatted(
                                level.number(),
                                Quoted.shortened(found),
                                fault,
                                meant.map(PublicationCheck::didYouMean).orElse("")));
        meant.ifPresent(term -> levels.set(level.index(), term));
        // Another centre's name may be as near; only the author knows which was meant.
        return meant.isPresent() && level != Level.CENTRE_ID;
    }

    private void checkMetadata() {
        if (levels.size() > Topic.FEWEST_LEVELS) {
            fail(
                    Wth.PUBLISHING.parts("C"),
                    "the topic goes on after level 5 [metadata]; notifications about metadata are"
                            + " published on exactly 5 levels");
            levels.subList(Topic.FEWEST_LEVELS, levels.size()).clear();
        }
    }

    private boolean checkData() {
        boolean repaired = true;
        if (levels.size() > Level.DATA_POLICY.index()) {
            repaired = checkTerm(Level.DATA_POLICY);
        }
        if (levels.size() > Level.EARTH_SYSTEM_DISCIPLINE.index()) {
            repaired &= checkTerm(Level.EARTH_SYSTEM_DISCIPLINE);
        }
        if (levels.size() <= FIRST_SUB_DISCIPLINE) {
            fail(
                    Wth.PUBLISHING.parts("B"),
                    "the topic has %s; data is published at level 8 or deeper"
                            .formatted(counted(levels.size())));
            return false;
        }
        Term discipline =
                hierarchy
                        .terms(Level.EARTH_SYSTEM_DISCIPLINE)
                        .get(levels.get(Level.EARTH_SYSTEM_DISCIPLINE.index()));
        return discipline != null && checkSubDisciplines(discipline) && repaired;
    }

    private boolean checkSubDisciplines(Term discipline) {
        if (levels.get(FIRST_SUB_DISCIPLINE).equals(EXPERIMENTAL)) {
            return true;
        }
        Term at = discipline;
        for (int i = FIRST_SUB_DISCIPLINE; i < levels.size(); i++) {
            Term child = at.children().get(levels.get(i));
            if (child == null) {
                if (!repairSubDiscipline(at, i)) {
                    return false;
                }
                child = at.children().get(levels.get(i));
            }
            if (child == null) {
                return false;
            }
            at = child;
        }
        if (!at.isLeaf()) {
            drafts.add(
                    new Draft(
                            Wth.PUBLISHING_ADVICE,
                            Verdict.WARNING,
                            "the topic ends at [%s], below which there are %s; a topic that has none below it is preferred"
                                    .formatted(levels.getLast(), abridged(at.children()))));
        }
        return true;
    }

    private boolean repairSubDiscipline(Term parent, int index) {
        String found = levels.get(index);
        String above = String.join("/", levels.subList(Level.IN_ORDER.size() - 1, index));
        if (!Notation.isWellFormed(found)) {
            return false;
        }
        if (found.equals(EXPERIMENTAL)) {
            fail(
                    Wth.PUBLISHING.parts("A"),
                    "level %d is [experimental]; that is defined only at level 8, directly below a discipline"
                            .formatted(index + 1));
            return false;
        }
        Optional<List<String>> meant = Nearest.below(parent, found);
        fail(
                Wth.PUBLISHING.parts("A"),
                "level %d [%s] is not defined below [%s]%s"
                        .formatted(
                                index + 1,
                                Quoted.shortened(found),
                                Quoted.shortened(above),
                                meant.map(path -> didYouMean(String.join("/", path)))
                                        .orElse("; " + abridged(parent.children()) + " are")));
        if (meant.isEmpty()) {
            return false;
        }
        levels.remove(index);
        levels.addAll(index, meant.get());
        return true;
    }

    private void fail(Requirement requirement, String message) {
        drafts.add(new Draft(requirement, Verdict.FAILED, message));
    }

    private static String didYouMean(String text) {
        return ", did you mean [%s]".formatted(text);
    }

    private static String counted(int levels) {
        return levels == 1 ? "1 level" : levels + " levels";
    }

    private static String alternatives(SortedMap<String, Term> terms) {
        return terms.size() <= 8 ? String.join(" or ", terms.keySet()) : "a listed one";
    }

    private static String abridged(SortedMap<String, Term> terms) {
        List<String> first = terms.keySet().stream().limit(8).toList();
        String names = String.join(", ", first);
        return terms.size() > first.size()
                ? "%s and %d more".formatted(names, terms.size() - first.size())
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
