package io.github.wis2chain.standards.topics;

import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Topics as the official tool judges them, pywis-topics 0.5, verdict for verdict.
///
/// It lets much through that WTH forbids: empty levels, any centre that ends in `-test`, whatever contains
/// `/experimental`. Where it aborts, the verdict is FAILED, and so it is where its wildcards make a regular expression
/// that looks ahead, behind or back, which is not followed. Immutable and safe for any number of threads.
public final class ReferenceTopics {

    /// The levels that it compares with lists; what follows is one text to it.
    private static final int CORE = 6;

    private final TopicHierarchy hierarchy;

    /// The tool with the terms of a hierarchy.
    public ReferenceTopics(TopicHierarchy hierarchy) {
        this.hierarchy = hierarchy;
    }

    /// Judges a topic or filter.
    ///
    /// @param topic any text
    public Report validate(String topic, ToolMode mode) {
        return report(fault(topic, mode));
    }

    /// The terms that may follow a topic, in alphabetical order; `/` stands for the root. Empty where the tool
    /// refuses: for a topic that it does not take, and below a leaf.
    public List<String> children(String topic) {
        if (topic.equals("/")) {
            return List.copyOf(hierarchy.terms(Level.CHANNEL).keySet());
        }
        if (fault(topic, ToolMode.SUBSCRIPTION).isPresent()) {
            return List.of();
        }
        String[] levels = topic.split("/", CORE + 1);
        return levels.length <= CORE
                ? List.copyOf(hierarchy.terms(Level.IN_ORDER.get(levels.length)).keySet())
                : List.copyOf(below(levels[CORE]));
    }

    /// Judges a centre-id that is to be registered, so that one in the list FAILED.
    ///
    /// @param centreId any text
    public Report validateNewCentre(String centreId) {
        int hyphen = centreId.indexOf('-');
        if (hyphen < 0) {
            return report(
                    Optional.of("the centre-id has no hyphen, on which the official tool aborts"));
        }
        if (!followsConventions(centreId)) {
            return report(
                    Optional.of(
                            "the centre-id must have lower-case letters, no dot and only characters"
                                    + " of IRA T.50"));
        }
        String domain = centreId.substring(0, hyphen);
        if (!hierarchy.isTopLevelDomain(domain)) {
            return report(
                    Optional.of(
                            "[%s] is not a known top-level domain"
                                    .formatted(Quoted.shortened(domain))));
        }
        return report(
                hierarchy.terms(Level.CENTRE_ID).containsKey(centreId)
                        ? Optional.of(
                                "the centre-id [%s] is already registered".formatted(centreId))
                        : Optional.empty());
    }

    private Optional<String> fault(String topic, ToolMode mode) {
        if (topic.equals("/")) {
            return Optional.of("the topic is [/], on which the official tool aborts");
        }
        List<String> levels = Topic.levelsOf(topic);
        String path =
                levels.size() <= CORE ? "" : String.join("/", levels.subList(CORE, levels.size()));
        Optional<String> fault =
                mode == ToolMode.PUBLICATION
                        ? unpublishable(topic, levels, path)
                        : Optional.empty();
        boolean lenient = mode == ToolMode.LENIENT_SUBSCRIPTION;
        return fault.or(() -> unknownLevel(levels, lenient)).or(() -> unknownPath(path, lenient));
    }

    private static Optional<String> unpublishable(String topic, List<String> levels, String path) {
        if (topic.indexOf('+') >= 0 || topic.indexOf('#') >= 0) {
            return Optional.of("the topic has a wildcard; wildcards are for subscribing only");
        }
        if (levels.size() < Topic.FEWEST_LEVELS) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "the topic has %s; at least %d are required",
                            Repair.counted(levels.size()),
                            Topic.FEWEST_LEVELS));
        }
        return switch (levels.get(Level.NOTIFICATION_TYPE.index())) {
            case "data" ->
                    levels.size() >= CORE && path.isEmpty()
                            ? Optional.of("the topic ends before the discipline")
                            : Optional.empty();
            case "metadata" ->
                    levels.size() > Topic.FEWEST_LEVELS
                            ? Optional.of("the topic goes on after level 5 [metadata]")
                            : Optional.empty();
            default -> Optional.of("level 5 is neither data nor metadata");
        };
    }

    private Optional<String> unknownLevel(List<String> levels, boolean lenient) {
        for (int i = 0; i < Math.min(levels.size(), CORE); i++) {
            Level level = Level.IN_ORDER.get(i);
            String found = levels.get(i);
            boolean wildcard = found.equals("+") || found.equals("#");
            boolean centre = level == Level.CENTRE_ID;
            boolean taken =
                    found.isEmpty()
                            || (lenient && (wildcard || centre))
                            || (centre && found.endsWith("-test"))
                            || hierarchy.terms(level).containsKey(found);
            if (!taken) {
                return Optional.of(
                        String.format(
                                Locale.ROOT,
                                "level %d [%s] is not a %s of the list",
                                level.number(),
                                Quoted.shortened(found),
                                level.notation()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> unknownPath(String path, boolean lenient) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        if (lenient) {
            return isExperimental(path) ? Optional.empty() : unmatched(path);
        }
        boolean taken = path.contains("/experimental") || hierarchy.status(path).isPresent();
        return taken ? Optional.empty() : Optional.of(unknown(path));
    }

    private Optional<String> unmatched(String path) {
        PathPattern pattern = PathPattern.of(path);
        if (pattern.unfit().isPresent()) {
            return Optional.of(
                    "[%s] is a regular expression to the official tool, and %s"
                            .formatted(Quoted.shortened(path), pattern.unfit().get()));
        }
        return pattern.matchesAny(paths()) ? Optional.empty() : Optional.of(unknown(path));
    }

    private static String unknown(String path) {
        return "[%s] is not in the tree of the disciplines".formatted(Quoted.shortened(path));
    }

    private static boolean isExperimental(String path) {
        int first = path.indexOf('/');
        return first >= 0
                && path.startsWith("experimental", first + 1)
                && (path.length() == first + 13 || path.charAt(first + 13) == '/');
    }

    private Stream<String> paths() {
        return hierarchy.search("");
    }

    /// What follows a path, and, because the tool compares beginnings, the first level of paths that only begin alike.
    private Set<String> below(String path) {
        Set<String> children = new TreeSet<>();
        paths().filter(other -> other.startsWith(path) && !other.equals(path))
                .forEach(other -> {
                    String rest = other.replace(path + "/", "");
                    int end = rest.indexOf('/');
                    children.add(end < 0 ? rest : rest.substring(0, end));
                });
        return children;
    }

    private static boolean followsConventions(String text) {
        int wildcard = text.indexOf('#');
        return text.indexOf('.') < 0
                && text.equals(text.toLowerCase(Locale.ROOT))
                && text.chars().anyMatch(Character::isLowerCase)
                && text.chars().allMatch(character -> character < 0x80)
                && (wildcard < 0 || wildcard == text.length() - 1);
    }

    private static Report report(Optional<String> fault) {
        return new Report(
                Profile.REFERENCE,
                fault.map(message ->
                                List.of(Finding.failed(Wth.PUBLISHING.parts("A"), "", message)))
                        .orElse(List.of()));
    }
}
