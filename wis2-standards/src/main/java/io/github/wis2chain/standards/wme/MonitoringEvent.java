package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.json.JsonTree;

import java.time.Instant;
import java.util.Optional;

/// A monitoring event as it was received: who says what about whom, and how grave it is.
///
/// @param id by which repetitions are told; not empty
/// @param source the centre-id of the sender
/// @param subject the centre-id of the centre concerned
/// @param kind what it is about, such as `wcmp2.ets` or `item.download`; `event` if that is not stated
/// @param time when it was sent
/// @param severity absent if it is none of the five
/// @param notice what it says, for people
/// @param quality what it says of a discovery record, if it is a report about one
/// @param document the whole event
public record MonitoringEvent(
        String id,
        String source,
        Optional<String> subject,
        String kind,
        Optional<Instant> time,
        Optional<Severity> severity,
        Notice notice,
        Optional<QualityReport> quality,
        JsonTree document) {

    public MonitoringEvent {
        if (id.isEmpty() || source.isEmpty()) {
            throw new IllegalArgumentException(
                    "id [%s] and source [%s] must not be empty".formatted(id, source));
        }
    }

    /// Whether it belongs on a topic: `monitor/a/wis2/` and its subject, four levels
    /// (`/req/monitoring-event-topic/publishing`).
    public boolean belongsOn(String topic) {
        return subject.map(Wme::topicOf).filter(topic::equals).isPresent();
    }
}
