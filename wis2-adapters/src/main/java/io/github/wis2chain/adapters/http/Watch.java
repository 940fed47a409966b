package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// The time that one download has: when it is over, the connection in use is closed, which ends
/// whatever waits for it. No time-out of a single read could stop a server that sends one byte at a
/// time.
///
/// It stands still while there is no place at a server, because that is no fault of the server. For
/// these waits there is as much time again. To be started and stopped by one thread.
final class Watch {

    private final long made = System.nanoTime();
    private final Duration whole;
    private final ScheduledExecutorService alarms;

    /// How long it ran until it was last stopped.
    private long ran;

    private long started;
    private @Nullable Future<?> alarm;
    private @Nullable Connection guarded;
    private boolean over;

    /// A watch that is not running yet.
    Watch(Duration whole, ScheduledExecutorService alarms) {
        this.whole = whole;
        this.alarms = alarms;
    }

    /// Lets the time run, until it is stopped.
    void start() {
        started = System.nanoTime();
        alarm = alarms.schedule(this::ring, left().toNanos(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
        ran += System.nanoTime() - started;
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

    /// The time that it ran.
    Duration taken() {
        return Duration.ofNanos(alarm == null ? ran : ran + System.nanoTime() - started);
    }

    /// The time that is left, never negative.
    Duration left() {
        return leftAfter(taken());
    }

    /// The time that is left, but not more than this.
    Duration left(Duration atMost) {
        return shorter(left(), atMost);
    }

    /// The time that is left to wait for places.
    Duration leftToWait() {
        return leftAfter(Duration.ofNanos(System.nanoTime() - made).minus(taken()));
    }

    /// The time that is left to wait for places, but not more than this.
    Duration leftToWait(Duration atMost) {
        return shorter(leftToWait(), atMost);
    }

    private Duration leftAfter(Duration time) {
        Duration left = whole.minus(time);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
