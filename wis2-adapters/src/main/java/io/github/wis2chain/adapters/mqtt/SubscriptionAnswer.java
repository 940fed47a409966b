package io.github.wis2chain.adapters.mqtt;

import java.util.Optional;

/// What the broker answered to one topic filter (MQTT 5, 3.9.3).
///
/// @param filter as it was sent
/// @param reason the reason code's name: `GRANTED_QOS_1`, `NOT_AUTHORIZED`
/// @param granted the quality of service that the broker will send with; empty if it refused
public record SubscriptionAnswer(String filter, String reason, Optional<Qos> granted) {

    public boolean refused() {
        return granted.isEmpty();
    }

    /// What is wrong with the answer, for who wanted this quality of service.
    Optional<String> trouble(Qos wanted) {
        if (granted.isEmpty()) {
            return Optional.of(
                    "the broker refused the topic filter [%s]: %s".formatted(filter, reason));
        }
        return granted.filter(qos -> qos.level() < wanted.level())
                .map(qos ->
                        "the broker grants the topic filter [%s] only QoS %d instead of %d"
                                .formatted(filter, qos.level(), wanted.level()));
    }
}
