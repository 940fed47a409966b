package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.SourceName;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Lists runs and shows them.
final class RunRoutes {

    private RunRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get(
                        "/api/v1/runs",
                        RunRoutes::list,
                        "state",
                        "dataset",
                        "source",
                        "cause",
                        "q",
                        "since",
                        "until",
                        "before",
                        "limit"),
                Route.get("/api/v1/runs/{id}", RunRoutes::show));
    }

    /// One more is looked up than shown, so that the last page says that it is the last.
    private static void list(Call call) {
        int limit = call.limit();
        Optional<RunId> before = call.query("before", RunId::parse);
        List<RunSummary> found =
                call.node().archive().runs(filter(call), before, Math.min(limit + 1, 1000));
        boolean full = found.size() > limit || found.size() == 1000;
        List<RunSummary> page = found.subList(0, Math.min(limit, found.size()));
        Optional<String> next =
                full ? Optional.of(page.getLast().id().toString()) : Optional.empty();
        call.json(200, new Page<>(page.stream().map(RunRow::of).toList(), next));
    }

    private static void show(Call call) {
        call.json(200, RunView.json(call.run(), call.node()));
    }

    private static RunFilter filter(Call call) {
        return new RunFilter(
                call.query("state", RunRoutes::states).orElse(Set.of()),
                call.query("dataset"),
                call.query("source", SourceName::new),
                call.query("cause"),
                call.query("q").map(String::strip).filter(text -> !text.isEmpty()),
                call.query("since", RunRoutes::instant),
                call.query("until", RunRoutes::instant));
    }

    private static Set<RunState> states(String text) {
        Set<RunState> states = EnumSet.noneOf(RunState.class);
        for (String word : text.split(",", -1)) {
            states.add(
                    Arrays.stream(RunState.values())
                            .filter(state -> RunRow.word(state).equals(word))
                            .findFirst()
                            .orElseThrow(() ->
                                    new IllegalArgumentException(
                                            "[%s] must be some of waiting, running, succeeded, unchanged, failed, discarded, with commas between"
                                                    .formatted(word))));
        }
        return states;
    }

    /// A time with its offset, or a day, which begins at midnight UTC.
    private static Instant instant(String text) {
        String time = text.toUpperCase(Locale.ROOT);
        return time.length() == "2026-01-01".length()
                ? LocalDate.parse(time).atStartOfDay(ZoneOffset.UTC).toInstant()
                : OffsetDateTime.parse(time).toInstant();
    }
}
