package io.github.wis2chain.engine.run;

import java.util.Set;

/// What a step may know of the run that it belongs to, and tell about it.
public interface StepContext {

    RunId run();

    /// When the event came in.
    Event event();

    /// Adds to what the operator sees of this step.
    void remark(Remark remark);

    /// Says what the run is about.
    void label(Labels labels);

    Labels labels();

    /// Waits until every run that was claimed earlier and concerns one of the same things has ended
    /// its attempt. Called once, as soon as it is known what the run concerns.
    void inOrderOf(Set<String> things) throws InterruptedException;
}
