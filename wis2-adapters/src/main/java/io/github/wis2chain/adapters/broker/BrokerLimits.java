package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.adapters.PacketSize;

import java.time.Duration;

/// What the embedded broker takes and keeps.
///
/// @param queuedMessages how many messages are kept for one session that does not fetch them; what
///     comes after is dropped, counted and logged
/// @param packetBytes the largest MQTT packet taken, in bytes
/// @param connections how many connections there may be at once, of clients that were let in and of
///     others
/// @param inFlight how many messages may be on the way, unacknowledged, to or from one client
/// @param sessionExpiry the longest that a session of an absent client is kept, whole seconds
/// @param patience how long an event waits for the journal before its producer is disconnected
/// @param stopGrace what a stop waits for messages that are being written
public record BrokerLimits(
        long queuedMessages,
        int packetBytes,
        int connections,
        int inFlight,
        Duration sessionExpiry,
        Duration patience,
        Duration stopGrace) {

    /// 100,000 queued messages, 4 MiB, 1,000 connections, 1,000 in flight, 30 days, 30 s, 200 ms.
    public static final BrokerLimits DEFAULT =
            new BrokerLimits(
                    100_000,
                    PacketSize.DEFAULT,
                    1_000,
                    1_000,
                    Duration.ofDays(30),
                    Duration.ofSeconds(30),
                    Duration.ofMillis(200));

    /// The protocol's largest number of seconds (MQTT 5, 3.1.2.11.2).
    private static final long LONGEST_SESSION = 4_294_967_294L;

    public BrokerLimits {
        require(queuedMessages >= 1, "queued messages", queuedMessages, "at least 1");
        PacketSize.checked(packetBytes);
        require(connections >= 1, "connections", connections, "at least 1");
        require(inFlight >= 1 && inFlight <= 65_535, "in flight", inFlight, "1 to 65535");
        require(
                sessionExpiry.toSeconds() >= 1 && sessionExpiry.toSeconds() <= LONGEST_SESSION,
                "session expiry",
                sessionExpiry,
                "1 s to " + LONGEST_SESSION + " s");
        require(patience.toMillis() >= 1, "patience", patience, "at least 1 ms");
        require(
                !stopGrace.isNegative() && stopGrace.compareTo(Duration.ofMinutes(1)) <= 0,
                "stop grace",
                stopGrace,
                "0 to 1 min");
    }

    private static void require(boolean holds, String name, Object value, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "broker limit %s [%s] must be %s".formatted(name, value, rule));
        }
    }
}
