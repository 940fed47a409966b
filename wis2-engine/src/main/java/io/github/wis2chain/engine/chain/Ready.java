package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;

import java.time.Instant;
import java.util.Optional;

/// A notification that is durable and will go out with exactly these bytes, however often it is
/// sent.
///
/// @param id the notification's UUID
/// @param dataset the dataset whose `data_id`s it belongs to
/// @param rel `canonical`, `update` or `deletion`
/// @param fingerprint what it announces, for recognising the unchanged: `sha256:` and the digest of
///     topic and message, id, pubtime and relation aside; empty for a deletion
/// @param sent the broker's acknowledgement, once there is one
public record Ready(
        String id,
        String dataset,
        String dataId,
        String topic,
        String rel,
        String fingerprint,
        Payload message,
        Instant pubtime,
        Optional<Delivery> sent) {

    /// What all that would change or repeat the announcement of these data takes turns about.
    public String thing() {
        return Precedents.thing(dataset, dataId);
    }

    /// This notification as acknowledged.
    public Ready sentWith(Delivery delivery) {
        return new Ready(
                id,
                dataset,
                dataId,
                topic,
                rel,
                fingerprint,
                message,
                pubtime,
                Optional.of(delivery));
    }
}
