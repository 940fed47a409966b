package io.github.wis2chain.engine.run;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// Keeps events and runs, durably.
///
/// Writes are applied in the order in which they are handed over, many of them in one commit; a
/// returned future completes after the commit, or exceptionally with {@link JournalUnavailable}.
public interface RunStore {

    /// Keeps an event with a waiting run that is due at once (or held, while its source is
    /// paused); or recognises a redelivered one: {@link Arrival#redelivered()}, same source, same
    /// bytes, received within the last days that retention keeps.
    CompletableFuture<Receipt> accept(Arrival arrival);

    /// Keeps what a person publishes by hand with a run in the same way, and the act with it.
    CompletableFuture<Receipt> accept(Arrival arrival, Act act);

    /// Puts a failed run, or one that waits for its next try, back to work at once, with its tries
    /// forgiven. Fails with `IllegalStateException` for a run in another state.
    CompletableFuture<Void> retry(RunId run, Act act);

    /// Keeps a corrected event with a new run that is linked to the old one. An old run that failed
    /// or waits becomes discarded, replaced by the new one.
    CompletableFuture<RunId> revise(RunId run, Arrival corrected, Act act);

    /// Ends a failed or waiting run for good.
    CompletableFuture<Void> discard(RunId run, Act act);

    /// Adds a note to a run, in whatever state.
    CompletableFuture<Void> note(RunId run, Act act);

    /// Makes the runs due at once that wait to be tried again because of one of these causes, which
    /// has passed. Their tries go on counting.
    ///
    /// @param causes codes of {@link Cause}
    CompletableFuture<Void> hasten(Set<String> causes);

    /// Holds the runs of events that this source brings from now on, or lets them and those held
    /// so far go.
    CompletableFuture<Void> hold(SourceName source, boolean held, Act act);

    /// Holds the runs of this dataset that are claimed from now on, as soon as it is known that they
    /// are of it; or lets those held so far go. A run that is being worked on goes on to its end.
    CompletableFuture<Void> holdDataset(String dataset, boolean held, Act act);
}
