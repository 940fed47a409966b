package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.run.LedgerRow;
import io.github.wis2chain.engine.run.Window;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Lists the datasets with what they did today.
final class DatasetRoutes {

    private static final LedgerRow NOTHING = new LedgerRow(Optional.empty(), 0, 0, 0, 0, 0, 0, 0);

    private DatasetRoutes() {}

    static List<Route> all() {
        return List.of(Route.get("/api/v1/datasets", DatasetRoutes::list));
    }

    private static void list(Call call) {
        Map<String, LedgerRow> today = new HashMap<>();
        call.node()
                .archive()
                .ledger(LedgerRoutes.today(call))
                .forEach(row -> row.dataset().ifPresent(name -> today.put(name, row)));
        call.json(
                200,
                new Page<>(
                        call.node().datasets().stream()
                                .map(card ->
                                        DatasetView.of(
                                                card,
                                                today.getOrDefault(card.name(), NOTHING),
                                                lastPublished(call, card.name())))
                                .toList(),
                        Optional.empty()));
    }

    private static Optional<Instant> lastPublished(Call call, String dataset) {
        return call
                .node()
                .outbox()
                .published(NotificationFilter.ofDataset(dataset), Window.newest(1))
                .notifications()
                .stream()
                .findFirst()
                .map(last -> last.notification().pubtime());
    }

    /// A dataset as it is configured and as it does.
    private record DatasetView(
            String name,
            String metadataId,
            String topic,
            Today today,
            Optional<Instant> lastPublished,
            Map<String, String> settings) {
        static DatasetView of(DatasetCard card, LedgerRow row, Optional<Instant> lastPublished) {
            return new DatasetView(
                    card.name(),
                    card.metadataId(),
                    card.topic(),
                    Today.of(row),
                    lastPublished,
                    card.settings());
        }
    }

    /// Its runs of today (UTC).
    private record Today(
            long received,
            long succeeded,
            long unchanged,
            long failed,
            long discarded,
            long inProgress,
            long duplicates) {
        static Today of(LedgerRow row) {
            return new Today(
                    row.received(),
                    row.succeeded(),
                    row.unchanged(),
                    row.failed(),
                    row.discarded(),
                    row.inProgress(),
                    row.duplicates());
        }
    }
}
