package io.github.wis2chain.engine.run;

import java.util.Optional;

/// The balance of one dataset: received = succeeded + unchanged + failed + discarded + in progress
/// + duplicates.
///
/// @param dataset empty for events that no dataset was found for (yet)
public record LedgerRow(
        Optional<String> dataset,
        long received,
        long succeeded,
        long unchanged,
        long failed,
        long discarded,
        long inProgress,
        long duplicates) {

    /// Whether every event is accounted for.
    public boolean balances() {
        return received == succeeded + unchanged + failed + discarded + inProgress + duplicates;
    }
}
