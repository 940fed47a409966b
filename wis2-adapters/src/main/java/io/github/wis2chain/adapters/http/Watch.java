package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The time that one download has: when it is over, the connection in use is closed, which ends
/// whatever waits for it. No time-out of a single read could stop a server that sends one byte at a
/// time.
final class Watch implements AutoCloseable {

    private final long begun = System.nanoTime();
    private final Duration whole;
    private final Future<?> alarm;
    private @Nullable Connection guarded;
    private boolean over;

    Watch(Duration whole, ScheduledExecutorService alarms) {
        this.whole = whole;
        this.alarm = alarms.schedule(this::ring, whole.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Closes this connection, and no longer the one before, when the time is over.
    synchronized void guard(Connection connection) {
        guarded = connection;
        if (over) {
            connection.close();
        }
    }

    private synchronized void ring() {
        over = true;
        if (guarded != null) {
            guarded.close();
        }
    }

    /// Leaves the connection alone from now on.
    ///
    /// @return whether it was in time
    synchronized boolean release() {
        guarded = null;
        return !over;
    }

    synchronized boolean isOver() {
        return over;
    }

    /// The time since the beginning.
    Duration taken() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /// The time that is left, never negative.
    Duration left() {
        Duration left = whole.minus(taken());
        return left.isNegative() ? Duration.ZERO : left;
    }

    /// The time that is left, but not more than this.
    Duration left(Duration atMost) {
        Duration left = left();
        return left.compareTo(atMost) < 0 ? left : atMost;
    }

    @Override
    public void close() {
        alarm.cancel(false);
    }
}
