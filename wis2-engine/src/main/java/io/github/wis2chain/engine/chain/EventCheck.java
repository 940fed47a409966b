package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.SourceName;

/// Tries an event out: keeps nothing, sends nothing.
@FunctionalInterface
public interface EventCheck {

    /// Says what would become of an event; never throws for what the event is.
    ///
    /// @param source where it would come from: datasets are found by it
    CheckedEvent check(SourceName source, Payload event, Origin origin) throws InterruptedException;
}
