package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.CheckedEvent;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.topics.Nearest;

import tools.jackson.databind.util.RawValue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/// Hands events in, tries them out, and shows them.
final class EventRoutes {

    private static final String CLOUD_EVENT_HEADER = "ce-";

    private final HttpSource http;

    EventRoutes(HttpSource http) {
        this.http = http;
    }

    List<Route> all() {
        return List.of(
                Route.post("/api/v1/events", this::accept, "source").once(Route.Once.REPEATABLE),
                Route.post("/api/v1/events/check", EventRoutes::check, "source", "run")
                        .needing(Role.VIEWER),
                Route.get("/api/v1/events/{id}", EventRoutes::show),
                Route.get("/api/v1/events/{id}/content", EventRoutes::content));
    }

    private void accept(Call call) throws InterruptedException {
        SourceName source = known(call);
        Origin origin = origin(call);
        Payload body = event(call, origin, call.maxBody());
        http.count();
        var arrival = new Arrival(source, body, origin, false, call.node().clock().instant());
        answer(call, call.node().intake().accept(arrival));
    }

    /// The source that the event is handed in for. One that is not configured is refused: a name that
    /// is misspelt would keep the event from its dataset, and its pause would not hold it.
    private static SourceName known(Call call) {
        SourceName source = call.source(HttpSource.NAME);
        var names = new TreeSet<>(call.node().sourceNames());
        names.add(HttpSource.NAME);
        if (!names.contains(source.value())) {
            throw new Problem(
                    ProblemCode.SOURCE_NOT_FOUND,
                    "There is no source [%s]; %sthere are %s."
                            .formatted(
                                    source,
                                    Nearest.to(source.value(), names)
                                            .map("%s is probably meant; "::formatted)
                                            .orElse(""),
                                    names));
        }
        return source;
    }

    /// Answers when what came in is on disk.
    static void answer(Call call, CompletableFuture<Receipt> kept) throws InterruptedException {
        Receipt receipt = call.durable(kept);
        call.context().header("Location", "/api/v1/runs/" + receipt.run());
        call.json(
                202,
                new Accepted(
                        receipt.event().toString(),
                        receipt.run().toString(),
                        receipt instanceof Receipt.Duplicate));
    }

    private static void check(Call call) throws InterruptedException {
        Optional<Event> corrected = call.query("run", RunId::parse).map(id -> call.run(id).event());
        if (corrected.isPresent() && call.query("source").isPresent()) {
            throw new Problem(
                    ProblemCode.BAD_PARAMETER,
                    "Parameter source: it goes without run, whose event has a source.");
        }
        SourceName source =
                corrected.map(Event::source).orElseGet(() -> call.source(HttpSource.NAME));
        Origin origin =
                corrected
                        .map(event -> RunActions.originOf(call, event))
                        .orElseGet(() -> origin(call));
        Payload body = event(call, origin, call.node().limits().eventBytes());
        call.json(200, Checked.of(call.node().check().check(source, body, origin)));
    }

    private static void show(Call call) {
        call.json(200, EventView.of(find(call)));
    }

    /// The bytes may be anything, so a browser is to save them and never to show them.
    private static void content(Call call) {
        Event event = find(call);
        call.context()
                .contentType("application/octet-stream")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"event-%s.bin\"".formatted(event.id()))
                .result(event.payload().bytes());
    }

    private static Event find(Call call) {
        return call.node()
                .archive()
                .event(call.eventId())
                .orElseThrow(() ->
                        new Problem(
                                ProblemCode.EVENT_NOT_FOUND,
                                "There is no event %s; it may have been deleted by age."
                                        .formatted(call.eventId())));
    }

    private static Origin origin(Call call) {
        return new Origin("http", call.from(), properties(call)).with(Origin.USER, call.actor());
    }

    /// What the request says of the event besides its bytes: the media type, and the attributes that
    /// CloudEvents 1.0 has in headers in its binary mode (HTTP protocol binding, 3.1).
    static Map<String, String> properties(Call call) {
        Map<String, String> properties = new HashMap<>();
        call.contentType().ifPresent(type -> properties.put(Origin.CONTENT_TYPE, type));
        call.context()
                .headerMap()
                .forEach((name, value) -> {
                    String header = name.toLowerCase(Locale.ROOT);
                    if (header.startsWith(CLOUD_EVENT_HEADER)) {
                        properties.put(
                                Origin.HEADER + Call.printable(header, 100),
                                Call.printable(value, 4000));
                    }
                });
        return properties;
    }

    /// Only an event in binary mode may have no bytes: its attributes can say everything.
    private static Payload event(Call call, Origin origin, int limit) {
        Payload body = call.body(limit);
        boolean binary =
                origin.properties().keySet().stream()
                        .anyMatch(name -> name.startsWith(Origin.HEADER));
        if (body.size() == 0 && !binary) {
            throw new Problem(
                    ProblemCode.EMPTY_EVENT,
                    "The body is empty: send the event's bytes as they are.");
        }
        return body;
    }

    /// An event that is on disk.
    private record Accepted(String eventId, String runId, boolean duplicate) {}

    /// The result of a dry run.
    record Checked(boolean conforms, List<RemarkView> remarks, List<RawValue> notifications) {
        static Checked of(CheckedEvent event) {
            return new Checked(
                    event.conforms(),
                    event.remarks().stream().map(RemarkView::of).toList(),
                    event.notifications().stream()
                            .map(document -> Json.asIs(document.text()))
                            .toList());
        }
    }
}
