package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The WIS2 Topic Hierarchy: which topics exist, and on which of them a centre may publish.
///
/// By the text; what the official tool says, [ReferenceTopics] tells. Immutable and safe for any number of threads. The findings of its reports have an empty pointer,
/// since a topic is no JSON document; their messages name the level, counted from 1.
public final class TopicHierarchy {

    /// The list grows with every new member of WIS2, so it may be younger than this library.
    private final SortedMap<String, Term> centres;

    private final Terms terms;
    private final Set<String> topLevelDomains;

    private TopicHierarchy(Terms terms, SortedMap<String, Term> centres) {
        this.terms = terms;
        this.centres = centres;
        this.topLevelDomains = TopLevelDomains.withThoseOf(centres.keySet());
    }

    /// The hierarchy that ships with this library. Read at the first call, a few milliseconds.
    public static TopicHierarchy standard() {
        return Standard.INSTANCE;
    }

    /// The same hierarchy in which these centres are registered as well, for centres younger than
    /// the list of this library.
    public TopicHierarchy withCentres(Collection<CentreId> registered) {
        SortedMap<String, Term> all = new TreeMap<>(centres);
        registered.forEach(
                centre -> all.putIfAbsent(centre.value(), Term.of(TermStatus.OPERATIONAL)));
        return new TopicHierarchy(terms, all);
    }

    /// The release of WTH whose rules are applied, `1.3.0`.
    public String version() {
        return terms.version();
    }

    /// When WMO published the code lists from which the terms are taken.
    public LocalDate date() {
        return terms.date();
    }

    /// Judges a topic on which a notification is to be published, by the text of WTH: channel
    /// `origin`, a registered or test centre, defined terms only, data at level 8 or deeper,
    /// metadata at exactly level 5. All faults are reported, and a data topic that is not a leaf is
    /// a warning.
    ///
    /// @param topic any text
    public Report validatePublication(String topic) {
        return new PublicationCheck(this, topic, Optional.empty()).report();
    }

    /// Judges a topic as [#validatePublication(String)] does, and that it belongs to the centre.
    ///
    /// @param topic any text
    /// @param publisher the centre that publishes; level 4 must be the same
    public Report validatePublication(String topic, CentreId publisher) {
        return new PublicationCheck(this, topic, Optional.of(publisher)).report();
    }

    /// Judges a filter by which notifications are to be received: it must be an MQTT topic filter
    /// that at least one topic of the hierarchy matches.
    ///
    /// @param filter any text
    public Report validateSubscription(String filter) {
        return new SubscriptionCheck(this, filter).report();
    }

    /// Judges a centre-id that is to be registered: its form, its top-level domain, and that it is free (WTH 1,
    /// `/req/core/centre-id`).
    ///
    /// @param centreId any text
    public Report validateNewCentre(String centreId) {
        return new Report(
                Profile.STRICT,
                newCentreFault(centreId)
                        .map(message -> List.of(Finding.failed(Wth.CENTRE_ID, "", message)))
                        .orElse(List.of()));
    }

    /// The terms that may follow a prefix, in alphabetical order; empty below a leaf, below a
    /// metadata topic and below a prefix that is not defined. The empty prefix stands for the root.
    ///
    /// @param prefix levels divided by `/`, such as `origin/a/wis2`
    public List<String> children(String prefix) {
        if (prefix.isEmpty()) {
            return List.copyOf(terms(Level.CHANNEL).keySet());
        }
        List<String> levels = Topic.levelsOf(prefix);
        for (int i = 0; i < Math.min(levels.size(), Level.IN_ORDER.size()); i++) {
            Level level = Level.IN_ORDER.get(i);
            boolean defined =
                    level == Level.CENTRE_ID
                            ? standing(levels.get(i)).mayPublish()
                            : terms(level).containsKey(levels.get(i));
            if (!defined) {
                return List.of();
            }
        }
        return childrenOfDefined(levels);
    }

    /// What is known of a centre-id.
    ///
    /// @param centreId any text
    public CentreStanding standing(String centreId) {
        Term registered = centres.get(centreId);
        if (registered != null) {
            return registered.status() == TermStatus.RETIRED
                    ? CentreStanding.RETIRED
                    : CentreStanding.REGISTERED;
        }
        if (!CentreId.isWellFormed(centreId)) {
            return CentreStanding.UNKNOWN;
        }
        CentreId centre = new CentreId(centreId);
        return centre.isTest() && isTopLevelDomain(centre.topLevelDomain())
                ? CentreStanding.TEST
                : CentreStanding.UNKNOWN;
    }

    /// The paths below a discipline, the discipline first, that contain the text in any case, in
    /// alphabetical order; for example `ocean/surface-based-observations/sea-ice` for `ice`.
    public Stream<String> search(String text) {
        String wanted = text.toLowerCase(Locale.ROOT);
        List<String> paths = new ArrayList<>();
        collect("", terms(Level.EARTH_SYSTEM_DISCIPLINE), paths);
        return paths.stream().filter(path -> path.contains(wanted));
    }

    /// The status of the term at the end of a path that begins with the discipline; empty when the
    /// path is not defined.
    ///
    /// @param path such as `ocean/surface-based-observations/sea-ice`
    public Optional<TermStatus> status(String path) {
        return find(Topic.levelsOf(path)).map(Term::status);
    }

    private Optional<String> newCentreFault(String centreId) {
        String quoted = "the centre-id [%s] ".formatted(Quoted.shortened(centreId));
        if (!CentreId.isWellFormed(centreId)) {
            return Optional.of(
                    quoted
                            + "is malformed; a top-level domain, a hyphen and a centre name in"
                            + " lower case are required");
        }
        String domain = new CentreId(centreId).topLevelDomain();
        if (!isTopLevelDomain(domain)) {
            return Optional.of(
                    quoted
                            + "begins with [%s], which is not a known top-level domain"
                                    .formatted(domain));
        }
        return centres.containsKey(centreId)
                ? Optional.of(quoted + "is already registered; another one is required")
                : Optional.empty();
    }

    SortedMap<String, Term> terms(Level level) {
        if (level == Level.CENTRE_ID) {
            return centres;
        }
        return terms.list(level)
                .orElseThrow(
                        () -> new IllegalStateException("level [%s] has no terms".formatted(level)))
                .children();
    }

    boolean isTopLevelDomain(String text) {
        return topLevelDomains.contains(text);
    }

    private List<String> childrenOfDefined(List<String> levels) {
        if (levels.size() <= Level.NOTIFICATION_TYPE.index()) {
            return List.copyOf(terms(Level.IN_ORDER.get(levels.size())).keySet());
        }
        if (levels.get(Level.NOTIFICATION_TYPE.index()).equals("metadata")) {
            return List.of();
        }
        int discipline = Level.EARTH_SYSTEM_DISCIPLINE.index();
        if (levels.size() <= discipline) {
            return List.copyOf(terms(Level.IN_ORDER.get(levels.size())).keySet());
        }
        return find(levels.subList(discipline, levels.size()))
                .map(term -> List.copyOf(term.children().keySet()))
                .orElse(List.of());
    }

    private Optional<Term> find(List<String> path) {
        Optional<Term> term = terms.list(Level.EARTH_SYSTEM_DISCIPLINE);
        for (String level : path) {
            term = term.flatMap(parent -> Optional.ofNullable(parent.children().get(level)));
        }
        return term;
    }

    private static void collect(String prefix, Map<String, Term> children, List<String> paths) {
        children.forEach((name, term) -> {
            paths.add(prefix + name);
            collect(prefix + name + "/", term.children(), paths);
        });
    }

    /// Holds the one instance, so that it is read when first asked for.
    private static final class Standard {
        static final TopicHierarchy INSTANCE = of(Terms.shipped());

        private static TopicHierarchy of(Terms terms) {
            return new TopicHierarchy(terms, terms.list(Level.CENTRE_ID).orElseThrow().children());
        }
    }
}
