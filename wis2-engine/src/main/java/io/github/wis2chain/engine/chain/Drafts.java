package io.github.wis2chain.engine.chain;

import java.util.List;

/// What is to be announced of one event.
///
/// @param unchanged one sentence for each thing that needs no notification
record Drafts(Destination destination, List<Draft> toSend, List<String> unchanged) {

    Drafts {
        toSend = List.copyOf(toSend);
        unchanged = List.copyOf(unchanged);
    }
}
