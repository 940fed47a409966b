package io.github.wis2chain.engine.run;

/// The identity of a run: time-ordered, so that a later run has a greater id.
public record RunId(long value) implements Comparable<RunId> {

    public RunId {
        TimeOrdered.checked("run id", value);
    }

    /// Reads the 13-character form; upper and lower case are the same.
    ///
    /// @throws IllegalArgumentException if the text is no such form
    public static RunId parse(String text) {
        return new RunId(TimeOrdered.parse("run id", text));
    }

    @Override
    public int compareTo(RunId other) {
        return Long.compare(value, other.value);
    }

    /// The 13-character form.
    @Override
    public String toString() {
        return TimeOrdered.format(value);
    }
}
