package io.github.wis2chain.console.api;

import io.github.wis2chain.console.api.ChangeWindow.Kind;
import io.github.wis2chain.engine.chain.PublicationListener;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.IntakeListener;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunListener;
import io.github.wis2chain.engine.run.RunSummary;
import io.github.wis2chain.engine.run.Source;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Tells live listeners what changes. Safe for any thread.
///
/// Whoever reports a change pays for a count under a lock that is held for less than a microsecond;
/// all the rest is done four times a second by a thread of its own, once for all listeners. So the
/// outcome of a run is told a moment after the run reported it, and is in the store by then, save
/// when the store is slow: who must know asks the store.
public final class ChangeFeed
        implements IntakeListener, RunListener, PublicationListener, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ChangeFeed.class);

    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// At the busiest, 164 changes a second are told: these last for a lost connection of 25 s.
    private static final int KEPT = 4096;

    private static final int MOST_LISTENERS = 100;

    private final InstantSource clock;
    private final ChangeWindow window = new ChangeWindow();
    private final ChangeLog changes;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("changes").daemon().factory());
    private final ScheduledExecutorService watcher =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("state-watch").daemon().factory());

    /// Gathers changes; they are told once the API has started.
    public ChangeFeed(InstantSource clock) {
        this.clock = clock;
        this.changes = new ChangeLog(Long.toString(clock.millis(), 36), KEPT, MOST_LISTENERS);
    }

    @Override
    public void accepted(Arrival arrival, Receipt receipt) {
        switch (receipt) {
            case Receipt.Accepted(_, var run) -> accepted(arrival, run);
            case Receipt.Duplicate _ -> window.count(Kind.DUPLICATE);
        }
    }

    /// An event, or a corrected one, has a run.
    void accepted(Arrival arrival, RunId run) {
        window.add(Kind.ACCEPTED, Optional.empty(), () -> Change.Run.accepted(run, arrival));
    }

    @Override
    public void ended(Claim claim, Outcome outcome) {
        window.add(
                kind(outcome),
                outcome.labels().dataset(),
                () -> Change.Run.ended(claim, outcome, clock.instant()));
    }

    @Override
    public void published(RunId run, Event event, Ready notification) {
        window.add(
                Kind.PUBLISHED,
                Optional.of(notification.dataset()),
                () -> Change.Notification.of(run, notification, clock.instant()));
    }

    /// A person acted on a run.
    ///
    /// @param run as it is after the act
    void acted(RunSummary run, Act act) {
        window.add(Kind.ACT, run.labels().dataset(), () -> Change.Run.acted(run, act));
    }

    /// A person acted on many runs together.
    void actedTogether(Act act, long runs) {
        window.add(Kind.ACT, Optional.empty(), () -> Change.Bulk.of(act, runs));
    }

    /// Begins to listen, behind the change that was heard last.
    ///
    /// @throws Problem `BUSY` if too many listen already
    Listening listen(Optional<String> lastHeard) {
        return changes.listen(lastHeard);
    }

    /// How many listen.
    int listeners() {
        return changes.listeners();
    }

    /// Tells what happens from now on.
    void start(Node node, List<Source> sources) {
        var watch = new StateWatch(node, sources);
        // Both go on whatever happens, so nothing is to be learnt from what scheduling returns.
        var _ =
                thread.scheduleWithFixedDelay(
                        goingOn(this::tell), 0, MOMENT.toMillis(), TimeUnit.MILLISECONDS);
        var _ =
                watcher.scheduleWithFixedDelay(
                        goingOn(() -> look(watch)), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Ends every listener.
    @Override
    public void close() {
        watcher.shutdownNow();
        thread.shutdownNow();
        changes.close();
    }

    private void tell() {
        List<Change> happened = window.take(clock.instant());
        if (!happened.isEmpty()) {
            changes.append(happened);
        }
    }

    /// Asking the parts costs them something, so it is not done for nobody, but once.
    private void look(StateWatch watch) {
        if (watch.isNew() || changes.listeners() > 0) {
            changes.append(watch.look());
        }
    }

    private static Runnable goingOn(Runnable task) {
        return new Recurring(
                task,
                defect ->
                        log.error(
                                "Listeners could not be told of changes; it goes on, and is not"
                                        + " logged again until they can.",
                                defect),
                () -> log.info("Listeners are told of changes again."));
    }

    private static Kind kind(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded _ -> Kind.SUCCEEDED;
            case Outcome.Unchanged _ -> Kind.UNCHANGED;
            case Outcome.Failed _ -> Kind.FAILED;
            case Outcome.Held _ -> Kind.HELD;
            case Outcome.Yielded _, Outcome.Later _ -> Kind.POSTPONED;
        };
    }
}
