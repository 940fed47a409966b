package io.github.wis2chain.standards.stac;

import java.time.Instant;

/// The time that an item is about.
public sealed interface ItemTime {

    /// One instant: `datetime`, which is also the nominal time of an item that has an interval beside it.
    record At(Instant instant) implements ItemTime {}

    /// An interval: `start_datetime` and `end_datetime`, with a `datetime` of null.
    record Between(Instant start, Instant end) implements ItemTime {

        public Between {
            if (end.isBefore(start)) {
                throw new IllegalArgumentException(
                        "end [%s] must not be before start [%s]".formatted(end, start));
            }
        }
    }
}
