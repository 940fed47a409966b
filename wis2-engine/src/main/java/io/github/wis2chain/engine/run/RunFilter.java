package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which runs to list; empty parts do not restrict.
///
/// @param text the whole of a data_id, an event's name, or the last segment of a data_id (a file
///     name)
public record RunFilter(
        Set<RunState> states,
        Optional<String> dataset,
        Optional<SourceName> source,
        Optional<String> cause,
        Optional<String> text,
        Optional<Instant> since,
        Optional<Instant> until) {

    public static final RunFilter ALL =
            new RunFilter(
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public RunFilter {
        states = Set.copyOf(states);
    }
}
