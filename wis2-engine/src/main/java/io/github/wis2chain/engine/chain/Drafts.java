package io.github.wis2chain.engine.chain;

import java.util.List;

/// What is to be announced of one event.
///
/// @param unchanged one sentence for each asset that needs no notification
record Drafts(Dataset dataset, List<Draft> toSend, List<String> unchanged) {

    Drafts {
        toSend = List.copyOf(toSend);
        unchanged = List.copyOf(unchanged);
    }
}
