package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Event;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// An event without its bytes, which have an address of their own.
///
/// @param size bytes kept; of an oversized event, `properties` tell the whole size
record EventView(
        String id,
        String source,
        Instant receivedAt,
        int size,
        String sha256,
        String transport,
        String place,
        Map<String, String> properties) {

    static EventView of(Event event) {
        return new EventView(
                event.id().toString(),
                event.source().value(),
                event.receivedAt(),
                event.payload().size(),
                event.payload().sha256(),
                event.origin().transport(),
                event.origin().place(),
                new TreeMap<>(event.origin().properties()));
    }
}
