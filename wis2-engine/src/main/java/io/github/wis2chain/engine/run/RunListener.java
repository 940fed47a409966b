package io.github.wis2chain.engine.run;

/// Told of every attempt that ended, before its outcome is durable: for counters, not for decisions.
@FunctionalInterface
public interface RunListener {

    void ended(Claim claim, Outcome outcome);
}
