package io.github.wis2chain.standards.wme;

import java.util.Optional;

/// What reading a message as a monitoring event gave: one, or the reason why there is none.
public sealed interface MonitoringEventRead {

    /// The event, if the message is one.
    default Optional<MonitoringEvent> event() {
        return switch (this) {
            case Received(MonitoringEvent read) -> Optional.of(read);
            case Refused _ -> Optional.empty();
        };
    }

    /// An event, which need not conform in everything.
    record Received(MonitoringEvent read) implements MonitoringEventRead {}

    /// A message that is none.
    ///
    /// @param reason one sentence without full stop
    record Refused(String reason) implements MonitoringEventRead {}
}
