package io.github.wis2chain.engine.run;

/// Works on claimed runs; called by the {@link WorkQueue}.
public interface Worker {

    /// Takes the place in the order for the next claim. Called once for each claim, in their order,
    /// before the threads that work on them start.
    Turns.Turn nextTurn();

    /// Takes one run as far as it goes. Never throws for anything that the run or the outside world
    /// does. The queue closes the turn after it has made the outcome durable.
    Outcome work(Claim claim, Turns.Turn turn) throws InterruptedException;
}
