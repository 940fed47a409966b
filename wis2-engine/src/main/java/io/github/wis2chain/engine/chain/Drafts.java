package io.github.wis2chain.engine.chain;

import java.util.List;
import java.util.Set;

/// What is to be announced of one event.
///
/// @param unchanged one sentence for each thing that needs no notification
/// @param letIn the servers that data were fetched from to find that out
record Drafts(
        Destination destination,
        List<Draft> toSend,
        List<String> unchanged,
        Set<DataServer> letIn) {

    Drafts {
        toSend = List.copyOf(toSend);
        unchanged = List.copyOf(unchanged);
        letIn = Set.copyOf(letIn);
    }

    /// What is announced without a look at any data.
    Drafts(Destination destination, List<Draft> toSend, List<String> unchanged) {
        this(destination, toSend, unchanged, Set.of());
    }
}
