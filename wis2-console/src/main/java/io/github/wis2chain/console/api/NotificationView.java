package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

import java.time.Instant;
import java.util.Optional;

/// A notification in a list; with its `message` where it is shown alone.
record NotificationView(
        String id,
        String runId,
        String dataset,
        String dataId,
        String topic,
        String rel,
        Instant pubtime,
        int size,
        Optional<Instant> acknowledgedAt,
        Optional<String> broker,
        Optional<String> reason,
        Optional<JsonNode> geometry) {

    static NotificationView of(RunId run, Ready ready) {
        return new NotificationView(
                ready.id(),
                run.toString(),
                ready.dataset(),
                ready.dataId(),
                ready.topic(),
                ready.rel(),
                ready.pubtime(),
                ready.message().size(),
                ready.sent().map(Delivery::acknowledgedAt),
                ready.sent().map(Delivery::broker),
                ready.sent().map(Delivery::reason),
                geometry(ready.message()));
    }

    /// Where the data is from, for a map; a document of ours always has a geometry or null.
    private static Optional<JsonNode> geometry(Payload message) {
        return Optional.of(Json.object(message.bytes()).path("geometry"))
                .filter(JsonNode::isObject);
    }

    static ObjectNode whole(RunId run, Ready ready) {
        return Json.flat(of(run, ready), Message.of(ready.message()));
    }

    /// The very document that is sent.
    record Message(RawValue message) {
        static Message of(Payload payload) {
            return new Message(Json.asIs(payload.text()));
        }
    }
}
