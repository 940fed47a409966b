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

    /// Runs, newest first. A text search that has to look at very many runs may end early: what it
    /// has not seen then is behind {@link Found#next()}.
    Found runs(RunFilter filter, Window window);

    /// Runs of a window.
    ///
    /// @param runs newest first
    /// @param next the run to go on behind, in the direction of the window; empty at the end of the list
    record Found(List<RunSummary> runs, Optional<RunId> next) {
        public Found {
            runs = List.copyOf(runs);
        }
    }

    /// The newest runs, or those next to one that is known, newest first.
    ///
    /// @param before only runs older than this one
    /// @param limit at most this many, 1 to 1000
    default List<RunSummary> runs(RunFilter filter, Optional<RunId> before, int limit) {
        return runs(
                        filter,
                        before.map(id -> Window.olderThan(id.value(), limit))
                                .orElseGet(() -> Window.newest(limit)))
                .runs();
    }

    /// How many runs pass the filter, counted no further than this. A text is counted no further than
    /// a few seconds allow.
    ///
    /// @param atMost 1 to 1,000,000
    default Counted count(RunFilter filter, int atMost) {
        return count(filter, Optional.empty(), atMost);
    }

    /// The same of the runs older than one that is known.
    ///
    /// @param before only runs older than this one
    Counted count(RunFilter filter, Optional<RunId> before, int atMost);

    /// How many runs were counted.
    ///
    /// @param more the count ended before all were counted: there are more, or with a text there may be
    record Counted(long runs, boolean more) {}

    /// What keeps runs from ending: those that failed, or wait because they failed, by what they have
    /// in common; the group with the most failed runs first, at most 500 groups.
    List<CauseGroup> causes();

    /// An event with its bytes.
    Optional<Event> event(EventId id);

    /// The number of runs in each state; a state without runs counts 0.
    Map<RunState, Long> counts();

    /// When the oldest event came in whose run is waiting or running; empty if there is none. The
    /// age of it is what tells a chain that keeps up from one that does not.
    Optional<Instant> oldestInProgress();

    /// What came in and what became of it, by dataset, on one day (UTC).
    default List<LedgerRow> ledger(LocalDate day) {
        return ledger(day, day).stream().map(LedgerDay::row).toList();
    }

    /// The same for each day of a range, the latest first.
    ///
    /// @param to the last day
    List<LedgerDay> ledger(LocalDate from, LocalDate to);

    /// What people did, newest first.
    List<AuditEntry> audit(AuditFilter filter, Window window);

    /// The sources whose runs are held.
    Set<SourceName> held();

    /// The datasets whose runs are held.
    Set<String> heldDatasets();
}
