package io.github.wis2chain.engine.run;

import java.util.Set;

/// A run that this process, and no other, has been given to work on.
///
/// @param resumed a process may have worked on this run before: a kept result is worth looking for
/// @param held the datasets that were paused when the run was claimed
public record Claim(
        RunId run, Event event, History history, Labels labels, boolean resumed, Set<String> held) {

    public Claim {
        held = Set.copyOf(held);
    }

    /// A claim while no dataset is paused.
    public Claim(RunId run, Event event, History history, Labels labels, boolean resumed) {
        this(run, event, history, labels, resumed, Set.of());
    }

    /// A run of this dataset is not to go on.
    boolean holds(String dataset) {
        return held.contains(dataset);
    }
}
