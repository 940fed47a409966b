package io.github.wis2chain.engine.run;

/// Told of every arrival that is on disk: for counters and onlookers, not for decisions. Called by
/// the thread that completes the commit, so it must be quick.
@FunctionalInterface
public interface IntakeListener {

    void accepted(Arrival arrival, Receipt receipt);
}
