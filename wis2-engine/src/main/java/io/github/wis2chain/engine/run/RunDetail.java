package io.github.wis2chain.engine.run;

import java.util.List;
import java.util.Optional;

/// A run with all that is known of it.
///
/// @param failure the last failure, while the run is failed or waits to be tried again
/// @param children the runs of corrected events that followed this one, oldest first
/// @param acts what people did to it, oldest first
public record RunDetail(
        RunSummary summary,
        Event event,
        History history,
        Optional<Failure> failure,
        List<RunId> children,
        List<Act> acts) {

    public RunDetail {
        children = List.copyOf(children);
        acts = List.copyOf(acts);
    }
}
