package io.github.wis2chain.standards.cloudevents;

import io.github.wis2chain.standards.conformance.Report;

import java.util.Optional;

/// What reading a message as a CloudEvent gave: an event, or the reasons why there is none.
public sealed interface EventRead {

    /// Everything that was found; pointers are into the event in structured mode.
    Report report();

    /// The event, if the message is one.
    default Optional<CloudEvent> event() {
        return switch (this) {
            case Accepted accepted -> Optional.of(accepted.read());
            case Refused _ -> Optional.empty();
        };
    }

    /// An event that conforms.
    ///
    /// @param read the event
    /// @param report warnings, if any
    record Accepted(CloudEvent read, Report report) implements EventRead {}

    /// A message that is no event.
    record Refused(Report report) implements EventRead {}
}
