package io.github.wis2chain.engine.run;

import java.time.Duration;

/// Thrown by a step that cannot begin its work, because too much of the same is under way: nothing was
/// tried, so nothing failed. A run gives its place to others, and comes back later; whoever is no run
/// decides what else to do.
public final class StepBusy extends Exception {

    private static final long serialVersionUID = 1L;

    private final String culprit;
    private final Duration wait;

    /// @param text one sentence: what is under way
    /// @param culprit what it is under way at: a host, as a {@link Failure} names it
    /// @param wait after which there may be room
    public StepBusy(String text, String culprit, Duration wait) {
        // Where it was thrown is of no interest to anybody, and it is thrown often.
        super(text, null, false, false);
        this.culprit = culprit;
        this.wait = wait;
    }

    /// One sentence: what is under way.
    public String text() {
        return String.valueOf(getMessage());
    }

    /// What too much is under way at.
    public String culprit() {
        return culprit;
    }

    /// After this time there may be room.
    public Duration comeBackAfter() {
        return wait;
    }
}
