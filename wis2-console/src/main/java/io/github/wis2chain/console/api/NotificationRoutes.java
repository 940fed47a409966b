package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.Outbox.Published;

import java.util.List;
import java.util.Optional;

/// Lists notifications and shows them.
final class NotificationRoutes {

    private NotificationRoutes() {}

    static List<Route> all() {
        return List.of(
                Route.get(
                        "/api/v1/notifications",
                        NotificationRoutes::list,
                        "dataset",
                        "before",
                        "limit"),
                Route.get("/api/v1/notifications/{id}", NotificationRoutes::show));
    }

    private static void list(Call call) {
        int limit = call.limit();
        Optional<Long> before = call.query("before", NotificationRoutes::number);
        List<Published> found =
                call.node().outbox().latest(call.query("dataset"), before, limit + 1);
        List<Published> page = found.subList(0, Math.min(limit, found.size()));
        Optional<String> next =
                found.size() > limit
                        ? Optional.of(Long.toString(page.getLast().number()))
                        : Optional.empty();
        call.json(
                200,
                new Page<>(
                        page.stream()
                                .map(each -> NotificationView.of(each.run(), each.notification()))
                                .toList(),
                        next));
    }

    private static void show(Call call) {
        String id = call.context().pathParam("id");
        Published found =
                call.node()
                        .outbox()
                        .find(id)
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.NOTIFICATION_NOT_FOUND,
                                        "There is no notification [%s]; it may have been deleted by age."
                                                .formatted(Call.printable(id, 64))));
        call.json(200, NotificationView.whole(found.run(), found.notification()));
    }

    private static Long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException(
                    "[%s] must be what next said on the page before".formatted(text));
        }
        return Long.valueOf(text);
    }
}
