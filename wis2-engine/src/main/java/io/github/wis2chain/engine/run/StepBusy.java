package io.github.wis2chain.engine.run;

import java.time.Duration;

/// Thrown by a step that cannot begin its work, because too much of the same is under way: the run
/// gives its place to others, and comes back later. Nothing was tried, so nothing failed.
public final class StepBusy extends StepFailure {

    private static final long serialVersionUID = 1L;

    private final Duration wait;

    /// @param failure what to tell whoever is not a run and so cannot come back
    /// @param wait after which there may be room
    public StepBusy(Failure failure, Duration wait) {
        super(failure);
        this.wait = wait;
    }

    /// After this time there may be room.
    public Duration comeBackAfter() {
        return wait;
    }
}
