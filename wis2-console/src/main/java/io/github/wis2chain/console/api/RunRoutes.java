package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Window;

import java.util.List;
import java.util.Optional;

/// Lists runs and shows them.
final class RunRoutes {

    private RunRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get(
                        "/api/v1/runs",
                        RunRoutes::list,
                        RunQueries.names("before", "after", "limit", "count")),
                Route.get("/api/v1/runs/{id}", RunRoutes::show),
                Route.get("/api/v1/runs/{id}/log", RunRoutes::log),
                Route.get("/api/v1/causes", RunRoutes::causes));
    }

    private static void list(Call call) {
        RunFilter filter = RunQueries.filter(call);
        Window window = Windows.of(call, text -> RunId.parse(text).value());
        RunArchive.Found found = call.node().archive().runs(filter, window);
        Optional<RunArchive.Counted> count =
                call.query("count", RunRoutes::atMost)
                        .map(atMost -> call.node().archive().count(filter, atMost));
        call.json(
                200,
                new RunPage(
                        found.runs().stream().map(RunRow::of).toList(),
                        older(found, window),
                        newer(found, window),
                        count.map(RunArchive.Counted::runs),
                        count.map(RunArchive.Counted::more)));
    }

    private static void causes(Call call) {
        call.json(
                200,
                new Page<>(
                        call.node().archive().causes().stream().map(CauseView::of).toList(),
                        Optional.empty()));
    }

    /// Where a window that goes forward began there is an older run: the one that it began behind.
    private static Optional<String> older(RunArchive.Found found, Window window) {
        if (window.isForward()) {
            return found.runs().isEmpty()
                    ? Optional.empty()
                    : Optional.of(found.runs().getLast().id().toString());
        }
        return found.next().map(RunId::toString);
    }

    /// The newest page is followed by what comes in later; a search that ended early, by what it has
    /// not looked at.
    private static Optional<String> newer(RunArchive.Found found, Window window) {
        if (!found.runs().isEmpty()) {
            return Optional.of(found.runs().getFirst().id().toString());
        }
        if (window.isForward() && found.next().isPresent()) {
            return found.next().map(RunId::toString);
        }
        return window.after().isPresent()
                ? Optional.of(new RunId(window.after().getAsLong()).toString())
                : Optional.empty();
    }

    private static Integer atMost(String text) {
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalArgumentException("[%s] must be 1 to 999999".formatted(text));
        }
        return Integer.valueOf(text);
    }

    private static void show(Call call) {
        call.json(200, RunView.json(call.run(), call.node()));
    }

    /// Text for those who ask for it, as terminals do; JSON for all others.
    private static void log(Call call) {
        RunLog log = RunLog.of(call.run());
        String accepted = Optional.ofNullable(call.context().header("Accept")).orElse("");
        if (accepted.startsWith("text/plain")) {
            call.context().contentType("text/plain; charset=utf-8").result(log.text());
        } else {
            call.json(200, log);
        }
    }

    /// A page of runs, newest first.
    ///
    /// @param next what to give as `before` for older runs; absent on the last page
    /// @param newer what to give as `after` for newer runs, now or later
    /// @param count how many runs pass the filter, no more than was asked to be counted
    /// @param more with a count: there are more, or with a text there may be
    private record RunPage(
            List<RunRow> items,
            Optional<String> next,
            Optional<String> newer,
            Optional<Long> count,
            Optional<Boolean> more) {}
}
