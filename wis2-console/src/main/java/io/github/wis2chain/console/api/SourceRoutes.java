package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lists the sources of events, pauses them and lets them go on.
final class SourceRoutes {

    private final List<Source> sources;

    SourceRoutes(List<Source> sources) {
        this.sources = List.copyOf(sources);
    }

    List<Route> all() {
        return List.of(
                Route.get("/api/v1/sources", this::list),
                Route.post("/api/v1/sources/{name}/pause", this::pause).once(Route.Once.REPEATABLE),
                Route.post("/api/v1/sources/{name}/resume", this::resume)
                        .once(Route.Once.REPEATABLE));
    }

    private void list(Call call) {
        Set<SourceName> held = call.node().archive().held();
        call.json(
                200,
                new Page<>(
                        sources.stream().map(source -> SourceView.of(source, held)).toList(),
                        Optional.empty()));
    }

    /// Made durable first, so that a source never starts again by itself after a crash.
    private void pause(Call call) throws InterruptedException {
        Source source = named(call.context().pathParam("name"));
        call.durable(
                call.node().store().hold(source.name(), true, call.act("pause", call.reason())));
        source.pause();
        show(call, source);
    }

    private void resume(Call call) throws InterruptedException {
        Source source = named(call.context().pathParam("name"));
        call.durable(
                call.node().store().hold(source.name(), false, call.act("resume", call.reason())));
        source.resume();
        show(call, source);
    }

    private static void show(Call call, Source source) {
        call.json(200, SourceView.of(source, call.node().archive().held()));
    }

    private Source named(String name) {
        return sources.stream()
                .filter(source -> source.name().value().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.SOURCE_NOT_FOUND,
                                "There is no source [%s]; there are %s."
                                        .formatted(
                                                Call.printable(name, 64),
                                                sources.stream().map(Source::name).toList())));
    }

    private record SourceView(
            String name, String state, boolean healthy, String text, long received, long unwanted) {
        static SourceView of(Source source, Set<SourceName> held) {
            Source.Status status = source.status();
            return new SourceView(
                    source.name().value(),
                    held.contains(source.name()) ? "paused" : "running",
                    status.healthy(),
                    status.text(),
                    status.received(),
                    status.unwanted());
        }
    }
}
