package io.github.wis2chain.adapters.broker;

import java.util.List;

/// How the embedded broker is, at one moment.
///
/// @param listeners the doors with their actual ports
/// @param connections clients connected
/// @param sessions sessions kept, of connected and of absent clients
/// @param subscriptions subscriptions of all sessions
/// @param retained retained messages kept
/// @param received messages published to it since the start
/// @param sent messages that it sent to subscribers since the start
/// @param dropped messages that it had to drop since the start: full queues, subscribers of QoS 0
///     that were too slow, packets larger than a subscriber takes
/// @param publishing messages of this process on their way into it
public record BrokerStatus(
        List<BrokerListener> listeners,
        long connections,
        long sessions,
        long subscriptions,
        long retained,
        long received,
        long sent,
        long dropped,
        long publishing) {

    public BrokerStatus {
        listeners = List.copyOf(listeners);
    }
}
