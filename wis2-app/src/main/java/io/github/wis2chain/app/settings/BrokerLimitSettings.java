package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.time.Duration;

/// What the embedded broker takes and keeps.
///
/// @param queuedMessages messages kept for one session that does not fetch them
/// @param maxPacket the largest MQTT packet, in bytes
/// @param connections clients connected at once
/// @param inFlight unacknowledged messages to or from one client
/// @param sessionExpiry how long at most the session of an absent client is kept
public record BrokerLimitSettings(
        int queuedMessages, int maxPacket, int connections, int inFlight, Duration sessionExpiry) {

    static Value<BrokerLimitSettings> read(Section section) {
        var queuedMessages =
                section.optional("queued-messages", Types.whole(1, Integer.MAX_VALUE), "100000");
        var maxPacket = MaxPacket.read(section);
        var connections =
                section.optional("connections", Types.whole(1, Integer.MAX_VALUE), "1000");
        var inFlight = section.optional("in-flight", Types.whole(1, 65_535), "1000");
        var sessionExpiry =
                section.optional(
                        "session-expiry", Types.durationFrom(Duration.ofSeconds(1), "1s"), "30d");
        return section.build(() ->
                new BrokerLimitSettings(
                        queuedMessages.get(),
                        maxPacket.get(),
                        connections.get(),
                        inFlight.get(),
                        sessionExpiry.get()));
    }
}
