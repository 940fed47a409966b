package io.github.wis2chain.engine.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// The one door for events. Keeps what comes, whatever it is, and says when it is on disk; bounded
/// in what it holds in memory. Safe for any thread; never blocks.
public final class Intake {

    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final RunStore store;
    private final IntakeLimits limits;
    private final IntakeListener listener;
    private volatile boolean closed;
    private final AtomicLong heldBytes = new AtomicLong();
    private final AtomicLong heldEvents = new AtomicLong();

    public Intake(RunStore store, IntakeLimits limits) {
        this(store, limits, (_, _) -> {});
    }

    public Intake(RunStore store, IntakeLimits limits, IntakeListener listener) {
        this.store = store;
        this.limits = limits;
        this.listener = listener;
    }

    /// Keeps an event. The sender may be acknowledged when the result is complete, not before.
    ///
    /// Of a payload larger than allowed only the beginning is kept, with its true size in
    /// {@link Origin#WHOLE_SIZE}; its run fails and says so.
    ///
    /// @return the receipt; or {@link JournalUnavailable} if the event could not be kept or too much
    ///     is already waiting to be written: then the sender must keep it and send it again
    public CompletableFuture<Receipt> accept(Arrival arrival) {
        return accept(arrival, store::accept);
    }

    /// Keeps what a person publishes by hand in the same way, and the act with it.
    public CompletableFuture<Receipt> accept(Arrival arrival, Act act) {
        return accept(arrival, kept -> store.accept(kept, act));
    }

    private CompletableFuture<Receipt> accept(
            Arrival arrival, Function<Arrival, CompletableFuture<Receipt>> keep) {
        if (closed) {
            return CompletableFuture.failedFuture(
                    new JournalUnavailable("The node is stopping and takes no more events"));
        }
        Arrival kept = bounded(arrival);
        // The sender's message stays in memory as a whole until it is acknowledged. One alone is
        // taken however large it is: it would come again for ever.
        long bytes = arrival.payload().size();
        long allBytes = heldBytes.addAndGet(bytes);
        boolean tooMuch = allBytes > limits.heldBytes() && allBytes > bytes;
        boolean tooMany = heldEvents.incrementAndGet() > limits.heldEvents();
        if (tooMuch || tooMany) {
            release(bytes);
            return CompletableFuture.failedFuture(
                    new JournalUnavailable(
                            "%d events wait to be written to the journal; no more are taken until it catches up"
                                    .formatted(heldEvents.get())));
        }
        try {
            return keep.apply(kept)
                    .whenComplete((receipt, failure) -> {
                        release(bytes);
                        if (failure == null) {
                            tell(kept, receipt);
                        }
                    });
        } catch (RuntimeException refused) {
            release(bytes);
            throw refused;
        }
    }

    /// Takes nothing more: senders keep what they have, and send it when the node is back. What was
    /// taken before is kept still.
    public void close() {
        closed = true;
    }

    /// The number of events that wait for their commit.
    public long held() {
        return heldEvents.get();
    }

    /// Bytes of the events that wait for their commit.
    public long heldBytes() {
        return heldBytes.get();
    }

    /// An onlooker that fails must not cost the sender its receipt.
    private void tell(Arrival arrival, Receipt receipt) {
        try {
            listener.accepted(arrival, receipt);
        } catch (RuntimeException defect) {
            log.error(
                    "Event {} is kept, but the listener that is told of it failed. The event is"
                            + " not affected.",
                    receipt.event(),
                    defect);
        }
    }

    private void release(long bytes) {
        heldBytes.addAndGet(-bytes);
        heldEvents.decrementAndGet();
    }

    private Arrival bounded(Arrival arrival) {
        int size = arrival.payload().size();
        if (size <= limits.eventBytes()) {
            return arrival;
        }
        return new Arrival(
                arrival.source(),
                arrival.payload().head(limits.keptOfOversized()),
                arrival.origin().with(Origin.WHOLE_SIZE, Integer.toString(size)),
                arrival.redelivered(),
                arrival.receivedAt());
    }
}
