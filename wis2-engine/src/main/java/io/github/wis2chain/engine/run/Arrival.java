package io.github.wis2chain.engine.run;

import java.time.Instant;

/// An event at the door: not yet stored, not yet acknowledged.
///
/// @param redelivered the sender says that it may have sent these bytes before (MQTT: DUP)
public record Arrival(
        SourceName source,
        Payload payload,
        Origin origin,
        boolean redelivered,
        Instant receivedAt) {}
