package io.github.wis2chain.adapters.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What a subscriber got and nobody has looked at yet, in order. It is bounded: while it is full the
/// subscriber waits, and acknowledges nothing, so that the broker keeps what comes and not the heap.
/// Safe for any thread.
public final class Backlog implements Consumer<Received> {

    /// Notifications have at most 8 kB; whatever else comes must not need the whole heap either.
    private static final int MOST_BYTES = 16 << 20;

    private static final int MOST = 1_000;

    private final BlockingQueue<Received> messages = new LinkedBlockingQueue<>(MOST);
    private final Semaphore bytes = new Semaphore(MOST_BYTES, true);

    /// Takes a message in, when there is room for it. An interrupt ends the wait, and the message is not
    /// kept: then nobody will look at it.
    @Override
    public void accept(Received message) {
        try {
            bytes.acquire(share(message));
            messages.put(message);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /// The next message; empty if none comes in time.
    public Optional<Received> next(Duration atMost) throws InterruptedException {
        Optional<Received> next =
                Optional.ofNullable(
                        messages.poll(TimeUnit.NANOSECONDS.convert(atMost), TimeUnit.NANOSECONDS));
        next.ifPresent(message -> bytes.release(share(message)));
        return next;
    }

    /// How many messages wait.
    public int size() {
        return messages.size();
    }

    /// One that is larger than there is room for gets all of it.
    private static int share(Received message) {
        return Math.min(message.payload().size(), MOST_BYTES);
    }
}
