package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.StoreUnreadable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the node is, how it is, and what it has done.
final class NodeRoutes {

    private static final Logger log = LoggerFactory.getLogger(NodeRoutes.class);

    private NodeRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/api/v1/health", NodeRoutes::health),
                Route.get("/api/v1/version", NodeRoutes::version),
                Route.get("/healthz", NodeRoutes::alive).open(),
                Route.get("/readyz", NodeRoutes::ready).open(),
                Route.get("/metrics", NodeRoutes::metrics));
    }

    private static void health(Call call) {
        List<PartView> parts = new ArrayList<>();
        for (HealthPart part : call.node().parts()) {
            parts.add(PartView.of(part, part.ask()));
        }
        List<String> unwell =
                parts.stream().filter(part -> !part.healthy()).map(PartView::name).toList();
        String text =
                unwell.isEmpty()
                        ? "All well."
                        : "%d of %d parts need attention: %s."
                                .formatted(unwell.size(), parts.size(), String.join(", ", unwell));
        call.json(200, new HealthView(unwell.isEmpty(), text, parts, runs(call)));
    }

    /// How many runs are in each state; empty where the store cannot be read, which its own part says,
    /// so that the other parts are told all the same.
    private static Optional<Map<String, Long>> runs(Call call) {
        Map<RunState, Long> counts;
        try {
            counts = call.node().archive().counts();
        } catch (StoreUnreadable unreadable) {
            log.warn(
                    "Health was told without the number of runs. {}: {}.",
                    unreadable.getMessage(),
                    String.valueOf(unreadable.getCause()));
            return Optional.empty();
        }
        Map<String, Long> runs = new LinkedHashMap<>();
        for (RunState state : RunState.values()) {
            runs.put(RunRow.word(state), counts.getOrDefault(state, 0L));
        }
        return Optional.of(runs);
    }

    private static void version(Call call) {
        call.json(
                200,
                new Version("WIS2 Chain", call.node().version(), Runtime.version().toString()));
    }

    /// The process lives and its server answers; nothing else is asked, so that a supervisor does
    /// not kill a node that waits for its broker.
    private static void alive(Call call) {
        call.context().contentType("text/plain").result("alive\n");
    }

    /// Says only which parts are missing, because it is open to those without a token.
    private static void ready(Call call) {
        List<String> missing =
                call.node().parts().stream()
                        .filter(HealthPart::essential)
                        .filter(part -> !part.ask().healthy())
                        .map(HealthPart::name)
                        .toList();
        call.context()
                .status(missing.isEmpty() ? 200 : 503)
                .contentType("text/plain")
                .result(
                        missing.isEmpty()
                                ? "ready\n"
                                : "not ready: %s\n".formatted(String.join(", ", missing)));
    }

    private static void metrics(Call call) {
        call.context()
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(call.node().metrics().text());
    }

    private record Version(String name, String version, String java) {}

    private record PartView(
            String name, boolean healthy, boolean essential, String text, Optional<String> remedy) {
        static PartView of(HealthPart part, HealthPart.Health health) {
            return new PartView(
                    part.name(),
                    health.healthy(),
                    part.essential(),
                    health.text(),
                    health.remedy());
        }
    }

    private record HealthView(
            boolean healthy, String text, List<PartView> parts, Optional<Map<String, Long>> runs) {}
}
