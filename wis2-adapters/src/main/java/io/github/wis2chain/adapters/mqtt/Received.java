package io.github.wis2chain.adapters.mqtt;

import io.github.wis2chain.engine.run.Payload;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// A message that a subscriber got.
///
/// @param retained the broker had kept it from before the subscription
/// @param redelivered DUP: the broker may have sent it before
/// @param userProperties of a name sent twice the last value
/// @param receivedAt when it came, on this machine's clock
public record Received(
        String topic,
        Payload payload,
        Qos qos,
        boolean retained,
        boolean redelivered,
        Optional<String> contentType,
        Map<String, String> userProperties,
        Instant receivedAt) {

    public Received {
        userProperties = Map.copyOf(userProperties);
    }
}
