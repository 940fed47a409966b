package io.github.wis2chain.engine.chain;

import java.util.List;

/// What is to be announced of one event.
///
/// @param unchanged one sentence for each thing that needs no notification
/// @param fetched whether links were followed to find that out
record Drafts(
        Destination destination, List<Draft> toSend, List<String> unchanged, boolean fetched) {

    Drafts {
        toSend = List.copyOf(toSend);
        unchanged = List.copyOf(unchanged);
    }

    /// What is announced without a look at any data.
    Drafts(Destination destination, List<Draft> toSend, List<String> unchanged) {
        this(destination, toSend, unchanged, false);
    }
}
