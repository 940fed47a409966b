package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.RunId;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/// A run that this process has claimed.
///
/// @param version grows with every change of the claim: whoever has an older one has lost the run
/// @param held the datasets that were paused at the time
record Claimed(RunId run, String source, Instant dueAt, long version, Set<String> held) {

    Claimed {
        held = Set.copyOf(held);
    }

    /// The order in which events came in.
    static final Comparator<Claimed> IN_ORDER =
            Comparator.comparing(Claimed::dueAt).thenComparing(Claimed::run);

    Claimed holding(Set<String> datasets) {
        return new Claimed(run, source, dueAt, version, datasets);
    }

    /// A job is made with version 1, and its first claim makes it 2.
    boolean isFirst() {
        return version == 2;
    }
}
