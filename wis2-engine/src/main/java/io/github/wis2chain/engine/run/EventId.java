package io.github.wis2chain.engine.run;

/// The identity of an event in our journal: time-ordered, so that a later event has a greater id.
public record EventId(long value) implements Comparable<EventId> {

    public EventId {
        TimeOrdered.checked("event id", value);
    }

    /// Reads the 13-character form; upper and lower case are the same.
    ///
    /// @throws IllegalArgumentException if the text is no such form
    public static EventId parse(String text) {
        return new EventId(TimeOrdered.parse("event id", text));
    }

    @Override
    public int compareTo(EventId other) {
        return Long.compare(value, other.value);
    }

    /// The 13-character form.
    @Override
    public String toString() {
        return TimeOrdered.format(value);
    }
}
