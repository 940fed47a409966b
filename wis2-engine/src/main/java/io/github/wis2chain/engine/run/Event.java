package io.github.wis2chain.engine.run;

import java.time.Instant;

/// An event in the journal, with the very bytes that came in.
public record Event(
        EventId id, SourceName source, Payload payload, Origin origin, Instant receivedAt) {}
