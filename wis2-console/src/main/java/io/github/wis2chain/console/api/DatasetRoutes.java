package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.LedgerRow;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lists the datasets with what they did today, pauses them and lets them go on.
final class DatasetRoutes {

    private static final LedgerRow NOTHING = new LedgerRow(Optional.empty(), 0, 0, 0, 0, 0, 0, 0);

    private DatasetRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get("/api/v1/datasets", DatasetRoutes::list),
                Route.post("/api/v1/datasets/{name}/pause", call -> hold(call, true))
                        .once(Route.Once.REPEATABLE),
                Route.post("/api/v1/datasets/{name}/resume", call -> hold(call, false))
                        .once(Route.Once.REPEATABLE));
    }

    private static void list(Call call) {
        Map<String, LedgerRow> today = new HashMap<>();
        call.node()
                .archive()
                .ledger(LedgerRoutes.today(call))
                .forEach(row -> row.dataset().ifPresent(name -> today.put(name, row)));
        Map<String, Long> published =
                call.node()
                        .outbox()
                        .countAcknowledged(LedgerRoutes.today(call), LedgerRoutes.today(call));
        Set<String> held = call.node().archive().heldDatasets();
        call.json(
                200,
                new Page<>(
                        call.node().datasets().stream()
                                .map(card ->
                                        DatasetView.of(
                                                card,
                                                held.contains(card.name()),
                                                Today.of(
                                                        today.getOrDefault(card.name(), NOTHING),
                                                        published.getOrDefault(card.name(), 0L)),
                                                call.node().outbox().lastAcknowledged(card.name())))
                                .toList(),
                        Optional.empty()));
    }

    private static void hold(Call call, boolean held) throws InterruptedException {
        String name = named(call);
        call.durable(
                call.node()
                        .store()
                        .holdDataset(name, held, call.act(held ? "pause" : "resume", call.reason()))
                        .thenApply(kept -> true));
        call.json(200, new State(name, call.node().archive().heldDatasets().contains(name)));
    }

    /// One that is held can be resumed, even where the configuration has lost it.
    private static String named(Call call) {
        String name = call.context().pathParam("name");
        List<String> names = call.node().datasets().stream().map(DatasetCard::name).toList();
        if (!names.contains(name) && !call.node().archive().heldDatasets().contains(name)) {
            throw new Problem(
                    ProblemCode.DATASET_NOT_FOUND,
                    "There is no dataset [%s]; there are %s."
                            .formatted(Call.printable(name, 64), names));
        }
        return name;
    }

    /// Whether the runs of a dataset are held.
    private record State(String name, boolean paused) {}

    /// A dataset as it is configured and as it does.
    private record DatasetView(
            String name,
            String metadataId,
            String topic,
            boolean paused,
            Today today,
            Optional<Instant> lastPublished,
            Map<String, String> settings) {
        static DatasetView of(
                DatasetCard card, boolean paused, Today today, Optional<Instant> lastPublished) {
            return new DatasetView(
                    card.name(),
                    card.metadataId(),
                    card.topic(),
                    paused,
                    today,
                    lastPublished,
                    card.settings());
        }
    }

    /// Its runs of today (UTC).
    ///
    /// @param published notifications that a broker acknowledged today, whenever their events came in
    private record Today(
            long received,
            long succeeded,
            long unchanged,
            long failed,
            long discarded,
            long inProgress,
            long duplicates,
            long published) {
        static Today of(LedgerRow row, long published) {
            return new Today(
                    row.received(),
                    row.succeeded(),
                    row.unchanged(),
                    row.failed(),
                    row.discarded(),
                    row.inProgress(),
                    row.duplicates(),
                    published);
        }
    }
}
