package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Requirement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/// Judges the primary levels of a topic against their lists. Each check answers whether its fault, if there was one, had
/// an evident repair.
final class PrimaryCheck {

    private static final String ORIGIN = "origin";

    private final TopicHierarchy hierarchy;
    private final Repair repair;

    PrimaryCheck(TopicHierarchy hierarchy, Repair repair) {
        this.hierarchy = hierarchy;
        this.repair = repair;
    }

    /// A node publishes on `origin`.
    boolean judgeChannel() {
        String found = repair.at(Level.CHANNEL);
        if (found.equals(ORIGIN)) {
            return true;
        }
        if (!Notation.isWellFormed(found)) {
            return false;
        }
        repair.fail(
                Wth.PUBLISHING.parts("A"),
                found.equals("cache")
                        ? "level 1 is [cache], the channel of the Global Caches; a node publishes"
                                + " on [origin]"
                        : "level 1 is [%s]; a node publishes on [origin]"
                                .formatted(Quoted.shortened(found)));
        boolean meant = found.equals("cache") || Nearest.to(found, List.of(ORIGIN)).isPresent();
        if (meant) {
            repair.put(Level.CHANNEL, ORIGIN);
        }
        return meant;
    }

    /// A centre of the list or of the caller, or one for tests; that of the publisher, if there is one.
    boolean judgeCentre(Optional<CentreId> publisher) {
        String found = repair.at(Level.CENTRE_ID);
        if (publisher.isPresent() && !publisher.get().value().equals(found)) {
            repair.fail(
                    Wth.CENTRE_ID.parts("A"),
                    "level 4 is [%s]; the centre-id of the publisher, [%s], is required"
                            .formatted(Quoted.shortened(found), publisher.get()));
            repair.put(Level.CENTRE_ID, publisher.get().value());
        }
        String centre = repair.at(Level.CENTRE_ID);
        return switch (hierarchy.standing(centre)) {
            case REGISTERED, TEST -> true;
            case RETIRED -> {
                repair.warn(Wth.CENTRE_ID, "level 4 [%s] is a retired centre-id".formatted(centre));
                yield true;
            }
            case UNKNOWN -> judgeUnknownCentre(centre);
        };
    }

    private boolean judgeUnknownCentre(String centre) {
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

    /// A term of the list of the level.
    boolean judgeTerm(Level level) {
        String found = repair.at(level);
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
        String found = repair.at(level);
        Optional<String> meant = Nearest.to(found, hierarchy.terms(level).keySet());
        repair.fail(
                requirement,
                String.format(
                        Locale.ROOT,
                        "level %d [%s] %s%s",
                        level.number(),
                        Quoted.shortened(found),
                        fault,
                        meant.map(Repair::didYouMean).orElse("")));
        meant.ifPresent(term -> repair.put(level, term));
        // Another centre's name may be as near; only the author knows which was meant.
        return meant.isPresent() && level != Level.CENTRE_ID;
    }

    private static String alternatives(SortedMap<String, Term> terms) {
        return terms.size() <= 8 ? String.join(" or ", terms.keySet()) : "a listed one";
    }
}
