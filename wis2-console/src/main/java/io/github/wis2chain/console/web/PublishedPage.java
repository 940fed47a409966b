package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.Call;
import io.github.wis2chain.console.api.DatasetCard;
import io.github.wis2chain.console.api.Route;
import io.github.wis2chain.engine.chain.NotificationFilter;
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
        Optional<String> dataset = call.query("dataset");
        Optional<Long> before = call.query("before", PublishedPage::number);
        Optional<String> rel = call.query("rel");
        Optional<String> text = call.query("q").map(String::strip);
        List<Published> found =
                call.node()
                        .outbox()
                        .published(
                                new NotificationFilter(
                                        dataset,
                                        rel,
                                        Optional.empty(),
                                        text,
                                        Optional.empty(),
                                        Optional.empty()),
                                before.map(number -> Window.olderThan(number, ON_MAP))
                                        .orElseGet(() -> Window.newest(ON_MAP)))
                        .notifications();
        List<Published> rows = found.subList(0, Math.min(ROWS, found.size()));
        Optional<String> older =
                found.size() > ROWS
                        ? Optional.of(
                                "/published?before=%d%s%s%s"
                                        .formatted(
                                                rows.getLast().number(),
                                                parameter("dataset", dataset),
                                                parameter("rel", rel),
                                                parameter("q", text)))
                        : Optional.empty();
        var page =
                new Sent(
                        rows,
                        Places.of(found.stream().map(Published::notification).toList()),
                        dataset.orElse(""),
                        rel.orElse(""),
                        text.orElse(""),
                        call.node().datasets().stream().map(DatasetCard::name).toList(),
                        before.isPresent(),
                        older);
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

    private static String parameter(String name, Optional<String> value) {
        return value.map(text -> "&" + name + "=" + Text.url(text)).orElse("");
    }

    private static Long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new IllegalArgumentException("[%s] must be a number".formatted(text));
        }
        return Long.valueOf(text);
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
