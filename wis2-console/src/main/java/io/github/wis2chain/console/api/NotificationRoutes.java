package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Outbox.Published;
import io.github.wis2chain.engine.run.Window;

import java.util.List;
import java.util.Optional;

/// Lists notifications, shows them and sends them once more.
final class NotificationRoutes {

    private NotificationRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get(
                        "/api/v1/notifications",
                        NotificationRoutes::list,
                        "dataset",
                        "rel",
                        "topic",
                        "q",
                        "since",
                        "until",
                        "before",
                        "after",
                        "limit"),
                Route.get("/api/v1/notifications/{id}", NotificationRoutes::show),
                Route.post(
                        "/api/v1/notifications/{id}/republish",
                        call -> Republication.perform(call, call.notification())));
    }

    private static void list(Call call) {
        Window window = Windows.of(call, Windows::number);
        Outbox.Found found =
                call.node().outbox().published(NotificationQueries.filter(call), window);
        List<Published> page = found.notifications();
        call.json(
                200,
                new Windows.Entries<>(
                        page.stream()
                                .map(each -> NotificationView.of(each.run(), each.notification()))
                                .toList(),
                        older(found, window),
                        page.isEmpty()
                                ? Windows.edge(window)
                                : Optional.of(Long.toString(page.getFirst().number()))));
    }

    private static Optional<String> older(Outbox.Found found, Window window) {
        if (window.isForward()) {
            return found.notifications().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Long.toString(found.notifications().getLast().number()));
        }
        return found.next().isPresent()
                ? Optional.of(Long.toString(found.next().getAsLong()))
                : Optional.empty();
    }

    private static void show(Call call) {
        Published found = call.notification();
        call.json(200, NotificationView.whole(found.run(), found.notification()));
    }
}
