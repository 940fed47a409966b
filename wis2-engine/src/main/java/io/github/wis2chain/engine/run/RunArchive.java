package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looks up events and runs. Never blocks the writing of new ones.
public interface RunArchive {

    /// A run with its history, or nothing if there is none of this id.
    Optional<RunDetail> run(RunId id);

    /// Runs, newest first.
    ///
    /// @param before only runs older than this one: the last of the page before
    /// @param limit at most this many, 1 to 1000
    List<RunSummary> runs(RunFilter filter, Optional<RunId> before, int limit);

    /// An event with its bytes.
    Optional<Event> event(EventId id);

    /// The number of runs in each state; a state without runs counts 0.
    Map<RunState, Long> counts();

    /// When the oldest event came in whose run is waiting or running; empty if there is none. The
    /// age of it is what tells a chain that keeps up from one that does not.
    Optional<Instant> oldestInProgress();

    /// What came in and what became of it, by dataset, on one day (UTC).
    List<LedgerRow> ledger(LocalDate day);

    /// The sources whose runs are held.
    Set<SourceName> held();
}
