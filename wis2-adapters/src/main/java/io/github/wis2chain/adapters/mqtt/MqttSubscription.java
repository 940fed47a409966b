package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.datatypes.MqttTopicFilter;

import java.util.List;
import java.util.Optional;

/// What is subscribed to, and how (MQTT 5, 3.8).
///
/// @param topicFilters at least one, with the wildcards `+` and `#`
/// @param sharedGroup subscribers with the same group divide the messages between them
/// @param noLocal leave out what this very client published; not with a shared group
/// @param retainAsPublished keep the retain flag as the publisher set it
public record MqttSubscription(
        List<String> topicFilters,
        Qos qos,
        Optional<String> sharedGroup,
        boolean noLocal,
        boolean retainAsPublished,
        RetainHandling retained) {

    public MqttSubscription {
        topicFilters = List.copyOf(topicFilters);
        if (topicFilters.isEmpty()) {
            throw new IllegalArgumentException("a subscription must have a topic filter");
        }
        if (noLocal && sharedGroup.isPresent()) {
            throw new IllegalArgumentException(
                    "no-local must not be set together with a shared group (MQTT 5, 3.8.3.1)");
        }
        sharedGroup
                .filter(group -> group.isEmpty() || group.matches(".*[/+#].*"))
                .ifPresent(group -> {
                    throw new IllegalArgumentException(
                            "shared group [%s] must be a name without /, + and #".formatted(group));
                });
        for (String filter : filters(topicFilters, sharedGroup)) {
            try {
                MqttTopicFilter.of(filter);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "topic filter [%s] is not one: %s".formatted(filter, e.getMessage()), e);
            }
        }
    }

    /// QoS 1, not shared; retained messages only for a new subscription.
    public static MqttSubscription to(String... topicFilters) {
        return new MqttSubscription(
                List.of(topicFilters),
                Qos.AT_LEAST_ONCE,
                Optional.empty(),
                false,
                false,
                RetainHandling.IF_NEW);
    }

    public MqttSubscription withQos(Qos wanted) {
        return new MqttSubscription(
                topicFilters, wanted, sharedGroup, noLocal, retainAsPublished, retained);
    }

    public MqttSubscription withSharedGroup(String group) {
        return new MqttSubscription(
                topicFilters, qos, Optional.of(group), noLocal, retainAsPublished, retained);
    }

    public MqttSubscription withRetained(RetainHandling handling) {
        return new MqttSubscription(
                topicFilters, qos, sharedGroup, noLocal, retainAsPublished, handling);
    }

    /// Compares the subscription with what a version of the protocol can.
    ///
    /// @throws IllegalArgumentException if it asks for what this version does not have
    void check(ProtocolVersion version) {
        if (version == ProtocolVersion.V3_1_1 && (noLocal || retainAsPublished)) {
            throw new IllegalArgumentException(
                    "no-local and retain-as-published need MQTT 5; the connection is set to 3.1.1");
        }
    }

    /// The filters as they are sent, with `$share/group/` before them where there is a group.
    List<String> filters() {
        return filters(topicFilters, sharedGroup);
    }

    private static List<String> filters(List<String> topicFilters, Optional<String> sharedGroup) {
        return topicFilters.stream()
                .map(filter -> sharedGroup.map(g -> "$share/" + g + "/" + filter).orElse(filter))
                .toList();
    }
}
