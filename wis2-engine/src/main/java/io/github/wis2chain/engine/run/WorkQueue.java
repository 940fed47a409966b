package io.github.wis2chain.engine.run;

/// Hands every due run to a worker, to one process at a time, and makes the outcome durable in the
/// same commit that releases the claim. The work of a process that died is handed out again.
public interface WorkQueue extends AutoCloseable {

    /// Starts handing out work. Called once.
    void start(Worker worker);

    /// Lets the runs under way end, for a bounded time, and claims no more. What does not end in
    /// time is handed out again after the next start.
    @Override
    void close();
}
