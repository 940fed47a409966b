package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.BulkAct;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What operators do to many runs at once.
final class BulkActions {

    private static final int LARGEST_BODY = 256 * 1024;
    private static final int MOST_NAMED = 1000;
    private static final int USUAL_LIMIT = 1000;
    private static final int COUNTED = 100_000;

    /// Runs of a reason that the answer names.
    private static final int NAMED = 20;

    /// The newest run that was counted: an act that names it takes no later one.
    private static final String UP_TO = "up_to";

    private static final Set<String> MEMBERS =
            Set.of(
                    "action", "runs", "filter", "reason", "text", "dry_run", "limit", "before",
                    UP_TO);

    private BulkActions() {}

    static List<Route> all() {
        return List.of(Route.post("/api/v1/runs/actions", BulkActions::act));
    }

    private static void act(Call call) throws InterruptedException {
        ObjectNode order = call.object(LARGEST_BODY);
        for (String name : order.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw bad(
                        "there is no member [%s]; there are %s"
                                .formatted(name, MEMBERS.stream().sorted().toList()));
            }
        }
        BulkAct.Kind kind = kind(order);
        String text = text(order, kind);
        BulkAct.Selection selection = selection(order);
        int limit = limit(order);
        if (selection instanceof BulkAct.Selection.Named named && named.runs().size() > limit) {
            throw bad(
                    "member runs names %d, more than the limit of %d"
                            .formatted(named.runs().size(), limit));
        }
        var bulk = new BulkAct(call.node().archive(), call.node().store());
        if (isDryRun(order)) {
            call.json(200, DryRun.of(kind, bulk.count(selection, COUNTED)));
            return;
        }
        Act act = call.act(word(kind), text);
        BulkAct.Result result = bulk.perform(kind, act, selection, limit);
        if (result.done() > 0) {
            call.node().changes().actedTogether(act, result.done());
        }
        if (result.done() == 0 && result.stopped().isPresent()) {
            throw new Problem(
                    ProblemCode.JOURNAL_UNAVAILABLE,
                    "Nothing was done: %s.".formatted(result.stopped().get()));
        }
        call.json(200, Done.of(kind, result));
    }

    private static BulkAct.Kind kind(ObjectNode order) {
        return switch (order.path("action").asString("")) {
            case Actions.RETRY -> BulkAct.Kind.RETRY;
            case Actions.DISCARD -> BulkAct.Kind.DISCARD;
            case Actions.NOTE -> BulkAct.Kind.NOTE;
            default -> throw bad("member action must be retry, discard or note");
        };
    }

    private static String word(BulkAct.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static String text(ObjectNode order, BulkAct.Kind kind) {
        return switch (kind) {
            case RETRY -> "";
            case DISCARD -> Call.textOf(order, "reason");
            case NOTE -> Call.textOf(order, "text");
        };
    }

    /// What looks like a wish for a dry run must never be taken for the act.
    private static boolean isDryRun(ObjectNode order) {
        if (!order.has("dry_run")) {
            return false;
        }
        if (!order.path("dry_run").isBoolean()) {
            throw bad("member dry_run must be true or false");
        }
        return order.path("dry_run").booleanValue();
    }

    private static int limit(ObjectNode order) {
        if (!order.has("limit")) {
            return USUAL_LIMIT;
        }
        JsonNode limit = order.path("limit");
        if (!limit.isInt() || limit.intValue() < 1 || limit.intValue() > BulkAct.LARGEST) {
            throw bad(
                    "member limit must be a whole number from 1 to %d".formatted(BulkAct.LARGEST));
        }
        return limit.intValue();
    }

    private static BulkAct.Selection selection(ObjectNode order) {
        if (order.has("runs") == order.has("filter")) {
            throw bad("the body must have either member runs or member filter");
        }
        Optional<RunId> upTo = run(order, UP_TO);
        return order.has("runs")
                ? named(order.path("runs"), upTo)
                : matching(order, run(order, "before"), upTo.map(BulkAct::behind));
    }

    private static BulkAct.Selection named(JsonNode runs, Optional<RunId> upTo) {
        if (!runs.isArray() || runs.isEmpty() || runs.size() > MOST_NAMED) {
            throw bad("member runs must be a list of 1 to %d ids".formatted(MOST_NAMED));
        }
        List<RunId> ids = new ArrayList<>();
        for (JsonNode run : runs) {
            ids.add(parsed("runs", run.asString(""), RunId::parse));
        }
        upTo.ifPresent(newest -> ids.removeIf(run -> run.compareTo(newest) > 0));
        return new BulkAct.Selection.Named(ids);
    }

    /// What only counts as a filter when something is in it: an empty one would mean every run.
    private static BulkAct.Selection matching(
            ObjectNode order, Optional<RunId> before, Optional<RunId> edge) {
        if (!(order.path("filter") instanceof ObjectNode parts) || parts.isEmpty()) {
            throw bad("member filter must be an object that restricts the runs");
        }
        for (String name : parts.propertyNames()) {
            if (!RunQueries.isPart(name)) {
                throw bad("member filter has no member [%s]".formatted(name));
            }
        }
        RunFilter filter =
                RunQueries.filter(
                        new RunQueries.Texts() {
                            @Override
                            public <T> Optional<T> text(String name, Function<String, T> parser) {
                                return member(parts, name).map(text -> parsed(name, text, parser));
                            }
                        });
        if (filter.isAll()) {
            throw bad("member filter must restrict the runs");
        }
        RunFilter meant = filter.states().isEmpty() ? filter.withStates(RunState.FAILED) : filter;
        return new BulkAct.Selection.Matching(
                meant,
                Stream.concat(before.stream(), edge.stream()).min(Comparator.naturalOrder()));
    }

    private static Optional<RunId> run(ObjectNode order, String name) {
        return member(order, name).map(text -> parsed(name, text, RunId::parse));
    }

    private static Optional<String> member(ObjectNode parts, String name) {
        JsonNode value = parts.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw bad("member %s must be a text".formatted(name));
        }
        return Optional.of(value.asString()).filter(text -> !text.isEmpty());
    }

    private static <T> T parsed(String name, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException wrong) {
            throw bad(
                    "member %s: %s"
                            .formatted(
                                    name, Call.printable(String.valueOf(wrong.getMessage()), 200)));
        }
    }

    private static Problem bad(String text) {
        String sentence = Call.printable(text, 400);
        return new Problem(
                ProblemCode.BAD_PARAMETER,
                "%s%s."
                        .formatted(
                                sentence.substring(0, 1).toUpperCase(Locale.ROOT),
                                sentence.substring(1)));
    }

    /// What would be done.
    ///
    /// @param more there are more than were counted, or with a text there may be
    private record DryRun(String action, boolean dryRun, long matched, boolean more) {

        /// With the newest run of those that were counted, where there is one.
        static ObjectNode of(BulkAct.Kind kind, BulkAct.Matched matched) {
            ObjectNode answer =
                    Json.flat(new DryRun(word(kind), true, matched.runs(), matched.more()));
            matched.newest()
                    .ifPresentOrElse(
                            run -> answer.put(UP_TO, run.toString()), () -> answer.putNull(UP_TO));
            return answer;
        }
    }

    /// What was done.
    ///
    /// @param next what to give as `before` to go on; absent when no run is left
    /// @param stopped why it ended before its time, if it did
    private record Done(
            String action,
            boolean dryRun,
            int done,
            int skipped,
            List<Skipped> reasons,
            Optional<String> next,
            Optional<String> stopped) {
        static Done of(BulkAct.Kind kind, BulkAct.Result result) {
            return new Done(
                    word(kind),
                    false,
                    result.done(),
                    result.skipped().values().stream().mapToInt(List::size).sum(),
                    result.skipped().entrySet().stream()
                            .map(each -> Skipped.of(each.getKey(), each.getValue()))
                            .toList(),
                    result.next().map(RunId::toString),
                    result.stopped());
        }
    }

    /// Runs that were left as they are for one reason; the first of them by id.
    private record Skipped(String reason, int count, List<String> runs) {
        static Skipped of(String reason, List<RunId> runs) {
            return new Skipped(
                    reason, runs.size(), runs.stream().limit(NAMED).map(RunId::toString).toList());
        }
    }
}
