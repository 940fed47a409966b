package io.github.wis2chain.console.api;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// What one listener has still to be told. Bounded: one that is too slow is told so and dropped, and
/// never holds up those who have something to tell.
final class Listening implements AutoCloseable {

    /// Changes are told four times a second, so that a listener is dropped when it stood for 16 s.
    private static final int ROOM = 64;

    private final BlockingQueue<Frame> queue = new ArrayBlockingQueue<>(ROOM);
    private final Consumer<Listening> leave;
    private boolean ended;

    Listening(Consumer<Listening> leave) {
        this.leave = leave;
    }

    /// A piece of the stream.
    ///
    /// @param text any number of changes, as they are sent
    /// @param last nothing comes after it
    record Frame(String text, boolean last) {}

    /// Waits for the next piece; empty when none came in this time.
    Optional<Frame> next(Duration patience) throws InterruptedException {
        return Optional.ofNullable(queue.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
    }

    /// The next piece, if it is there already.
    Optional<Frame> next() {
        return Optional.ofNullable(queue.poll());
    }

    /// Adds a piece; never waits.
    ///
    /// @param instead what is told when there is no room
    /// @return whether this listener stays
    synchronized boolean offer(Frame frame, Frame instead) {
        if (!ended && !queue.offer(frame)) {
            end(instead);
        }
        return !ended;
    }

    /// Forgets what was not told yet, tells this and no more.
    synchronized void end(Frame last) {
        ended = true;
        queue.clear();
        queue.add(last);
    }

    @Override
    public void close() {
        leave.accept(this);
    }
}
