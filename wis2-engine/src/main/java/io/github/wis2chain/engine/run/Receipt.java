package io.github.wis2chain.engine.run;

/// What became of an arrival, after it is on disk.
public sealed interface Receipt {

    /// The event in the journal.
    EventId event();

    /// The run that this event has.
    RunId run();

    /// The event is new.
    record Accepted(EventId event, RunId run) implements Receipt {}

    /// A redelivered copy of an event that the journal already has: counted, not run again.
    record Duplicate(EventId event, RunId run) implements Receipt {}
}
