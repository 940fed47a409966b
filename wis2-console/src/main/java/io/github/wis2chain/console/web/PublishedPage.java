package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.DatasetCard;
import io.github.wis2chain.console.api.NotificationQueries;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.chain.NotificationFilter;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Outbox.Published;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Window;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What went out, newest first, and where it is from.
final class PublishedPage {

    private static final int ROWS = 50;
    private static final int ON_MAP = 300;

    private final Templates templates;

    PublishedPage(Templates templates) {
        this.templates = templates;
    }

    List<Route> all() {
        return List.of(
                Route.get("/published", this::list, "dataset", "rel", "q", "before"),
                Route.get("/published/{id}", this::show));
    }

    private void list(Call call) {
        NotificationFilter filter = NotificationQueries.filter(call);
        Optional<Long> before = NotificationQueries.before(call);
        Outbox.Found found =
                call.node()
                        .outbox()
                        .published(
                                filter,
                                before.map(number -> Window.olderThan(number, ON_MAP))
                                        .orElseGet(() -> Window.newest(ON_MAP)));
        List<Published> all = found.notifications();
        List<Published> rows = all.subList(0, Math.min(ROWS, all.size()));
        var page =
                new Sent(
                        rows,
                        Places.of(all.stream().map(Published::notification).toList()),
                        filter.dataset().orElse(""),
                        filter.rel().orElse(""),
                        filter.text().orElse(""),
                        call.node().datasets().stream().map(DatasetCard::name).toList(),
                        before.isPresent(),
                        next(found).map(number -> older(number, filter)));
        templates.show(
                call,
                "published.jte",
                Map.of("frame", Frame.of(call, "Published", "published"), "page", page));
    }

    private void show(Call call) {
        Published found = call.notification();
        Ready ready = found.notification();
        templates.show(
                call,
                "notification.jte",
                Map.of(
                        "frame",
                        Frame.of(call, Text.lastSegment(ready.dataId()), "published"),
                        "found",
                        found,
                        "places",
                        Places.of(List.of(ready)),
                        "document",
                        MarkedDocument.of(DocumentView.of(ready.message().text()), List.of()),
                        "commands",
                        Commands.ofNotification(ready.id())));
    }

    /// Behind which one the list goes on: a search may have ended before it had enough for a page.
    private static Optional<Long> next(Outbox.Found found) {
        if (found.notifications().size() > ROWS) {
            return Optional.of(found.notifications().get(ROWS - 1).number());
        }
        return found.next().isPresent() ? Optional.of(found.next().getAsLong()) : Optional.empty();
    }

    private static String older(long number, NotificationFilter filter) {
        return "/published?before=%d%s%s%s"
                .formatted(
                        number,
                        parameter("dataset", filter.dataset()),
                        parameter("rel", filter.rel()),
                        parameter("q", filter.text()));
    }

    private static String parameter(String name, Optional<String> value) {
        return value.map(text -> "&" + name + "=" + Text.url(text)).orElse("");
    }

    /// The whole page.
    record Sent(
            List<Published> rows,
            Places places,
            String dataset,
            String rel,
            String text,
            List<String> datasets,
            boolean continued,
            Optional<String> older) {

        boolean searched() {
            return !(dataset.isEmpty() && rel.isEmpty() && text.isEmpty());
        }
    }
}
