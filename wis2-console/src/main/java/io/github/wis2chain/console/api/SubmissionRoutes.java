package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.ByHand;
import io.github.wis2chain.engine.chain.Submission;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.topics.Topic;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Takes what people publish by hand: discovery records, and notifications that are ready to be sent.
/// Each gets a run like an event.
final class SubmissionRoutes {

    private final HttpSource http;

    SubmissionRoutes(HttpSource http) {
        this.http = http;
    }

    List<Route> all() {
        return List.of(
                Route.post("/api/v1/records", this::publishRecord, "intent", "url"),
                Route.post("/api/v1/notifications", this::publishNotification, "topic")
                        .once(Route.Once.REPEATABLE));
    }

    private void publishRecord(Call call) throws InterruptedException {
        Submission.Intent intent =
                call.query("intent", Submission.Intent::of).orElse(Submission.Intent.PUBLISH);
        Submission record =
                call.query("url", text -> new Submission.OfRecord(intent, URI.create(text)))
                        .orElseThrow(() ->
                                new Problem(
                                        ProblemCode.BAD_PARAMETER,
                                        "Parameter url: it is required; it says where everybody"
                                                + " finds the record."));
        accept(call, record);
    }

    private void publishNotification(Call call) throws InterruptedException {
        ByHand byHand = call.node().byHand();
        accept(call, call.query("topic", byHand::notificationOn).orElseGet(ByHand::notification));
    }

    private void accept(Call call, Submission submission) throws InterruptedException {
        Payload body = call.body(call.maxBody());
        if (body.size() == 0) {
            throw new Problem(
                    ProblemCode.EMPTY_EVENT,
                    "The body is empty: send the document's bytes as they are.");
        }
        http.count();
        var arrival =
                new Arrival(
                        new SourceName(HttpSource.NAME),
                        body,
                        submission.onto(byHand(call, Map.of())),
                        false,
                        call.node().clock().instant());
        Act act = call.act(Actions.PUBLISH, said(submission));
        EventRoutes.answer(call, call.node().intake().accept(arrival, act));
    }

    /// Where that comes from which this caller hands in by hand.
    static Origin byHand(Call call, Map<String, String> properties) {
        return new Origin("operator", call.actor(), properties)
                .with(Origin.USER, call.actor())
                .with(Origin.ADDRESS, call.from());
    }

    /// What is published, for the audit.
    private static String said(Submission submission) {
        return switch (submission) {
            case Submission.OfRecord(Submission.Intent intent, URI url) ->
                    "Discovery record (%s), %s".formatted(intent.word(), url);
            case Submission.OfNotification(Optional<Topic> topic) ->
                    topic.map(given -> "Notification, on " + given.value()).orElse("Notification");
        };
    }
}
