package io.github.wis2chain.app.settings;

import io.github.wis2chain.app.settings.binding.Section;
import io.github.wis2chain.app.settings.binding.Types;
import io.github.wis2chain.app.settings.binding.Value;

import java.time.Duration;
import java.util.Optional;

/// How notifications are sent.
///
/// @param to another broker than the node's own
/// @param clientId the MQTT client identifier; empty for one made of the centre-id
/// @param inFlight notifications that may wait for their acknowledgement at a time
/// @param timeout how long an acknowledgement is waited for before the run is tried again
public record PublishSettings(
        Optional<ConnectionSettings> to,
        Optional<String> clientId,
        int inFlight,
        Duration timeout) {

    static Value<PublishSettings> read(Section section) {
        var to = section.optionalSection("to", ConnectionSettings::read);
        var clientId = section.optional("client-id", Types.TEXT);
        var inFlight = section.optional("in-flight", Types.whole(1, 65_535), "1000");
        var timeout =
                section.optional("timeout", Types.durationFrom(Duration.ofSeconds(1), "1s"), "30s");
        return section.build(
                () -> new PublishSettings(to.get(), clientId.get(), inFlight.get(), timeout.get()));
    }
}
