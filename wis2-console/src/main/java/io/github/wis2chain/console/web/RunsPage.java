package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.DatasetCard;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.RunArchive;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.Window;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The list of runs.
final class RunsPage {

    private static final int ROWS = 50;
    private static final String[] PARAMETERS =
            Stream.concat(Arrays.stream(RunSearch.names()), Stream.of("before"))
                    .toArray(String[]::new);

    private final Templates templates;
    private final List<Source> sources;

    RunsPage(Templates templates, List<Source> sources) {
        this.templates = templates;
        this.sources = sources;
    }

    List<Route> all() {
        return List.of(Route.get("/runs", this::list, PARAMETERS));
    }

    private void list(Call call) {
        RunSearch search = RunSearch.of(call);
        Optional<RunId> before = call.query("before", RunId::parse);
        RunArchive.Found found =
                call.node()
                        .archive()
                        .runs(
                                search.filter(call),
                                before.map(run -> Window.olderThan(run.value(), ROWS))
                                        .orElseGet(() -> Window.newest(ROWS)));
        Optional<String> older =
                found.next().map(run -> search.with("/runs", "before", run.toString()));
        var page =
                new Runs(
                        search,
                        found.runs().stream()
                                .map(run -> RunLine.of(run, call.node().steps()))
                                .toList(),
                        call.node().steps(),
                        before.isPresent(),
                        older,
                        call.node().archive().counts(),
                        call.node().datasets().stream().map(DatasetCard::name).toList(),
                        sources.stream().map(source -> source.name().value()).toList());
        templates.show(
                call, "runs.jte", Map.of("frame", Frame.of(call, "Runs", "runs"), "page", page));
    }

    /// The whole page.
    ///
    /// @param continued it is not the newest runs that are shown
    record Runs(
            RunSearch search,
            List<RunLine> lines,
            List<String> steps,
            boolean continued,
            Optional<String> older,
            Map<RunState, Long> counts,
            List<String> datasets,
            List<String> sources) {

        /// The states are counted over all runs, so their numbers stand only where nothing else
        /// restricts the list.
        boolean counted() {
            return search.isOfStateOnly();
        }

        long count(RunState state) {
            return counts.getOrDefault(state, 0L);
        }

        /// The states in the order in which operators care.
        List<RunState> states() {
            return List.of(
                    RunState.FAILED,
                    RunState.WAITING,
                    RunState.RUNNING,
                    RunState.SUCCEEDED,
                    RunState.UNCHANGED,
                    RunState.DISCARDED);
        }

        List<String> causes() {
            return Arrays.stream(FailureCode.values()).map(FailureCode::code).toList();
        }
    }
}
