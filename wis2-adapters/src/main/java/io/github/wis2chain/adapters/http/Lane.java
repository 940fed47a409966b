package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/// The way to one server: a bounded number of downloads at the same time, and the connections that
/// wait for the next one. A slow server fills its own lane only.
final class Lane {

    /// Below the 5 s after which common servers close an idle connection.
    private static final long IDLE_NANOS = Duration.ofSeconds(4).toNanos();

    /// So that a name which moved to another address is looked up again.
    private static final long AGE_NANOS = Duration.ofMinutes(1).toNanos();

    private static final Duration SHORTEST_AWAY = Duration.ofSeconds(1);

    /// Short, because what is known of a server is soon out of date: one that was slow while it began,
    /// or while the network was away, may be quick again.
    private static final Duration LONGEST_AWAY = Duration.ofSeconds(15);

    /// So many may wait however long it takes. Each of them has a place in the engine, and all together
    /// must leave the greater part of it to others.
    static final int PATIENT = 32;

    /// So many ends make up the mean.
    private static final int MEMORY = 32;

    private final Semaphore permits;
    private final Deque<Connection> idle = new ArrayDeque<>();

    /// Downloads that use this lane or wait for it; changed inside the map's own locking only.
    private int users;

    private final int width;
    private final LongSupplier nanoTime;

    /// All who wait for a place.
    private final AtomicInteger waiting = new AtomicInteger();

    /// Those of them who do not go away after a turn.
    private final AtomicInteger staying = new AtomicInteger();

    /// The downloads under way.
    private int taken;

    /// Since when all places are taken, or since the last download ended.
    private long since;

    /// How long it takes from one end to the next while all places are taken, in a mean that follows the
    /// latest. One large file among many small ones does not change it. With fewer under way it takes
    /// no less, so what is shorter all the same counts too: the server has become quicker.
    private double meanGap;

    /// When the last of those who were sent away will be back.
    private long lastBack;

    /// A lane for so many downloads at the same time.
    Lane(int width, LongSupplier nanoTime) {
        this.width = width;
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
        this.lastBack = since;
        this.permits = new Semaphore(width, true);
    }

    /// Waits for a place, but not at all where the wait would be longer than that: whoever waits here
    /// has a place elsewhere, which others could use.
    ///
    /// @return whether there was one in time, to be given back by {@link #leave}
    boolean enter(Duration turn) throws InterruptedException {
        int place = waiting.incrementAndGet();
        try {
            return enter(place, turn.toNanos(), turn.toNanos());
        } finally {
            waiting.decrementAndGet();
        }
    }

    /// Waits for a place, however long the wait is likely to be. Where many do so already it waits for
    /// three turns only, and not at all where it would be longer: three, because newcomers before it
    /// wait for one, and the mean moves, and must not send those away whom it let in.
    ///
    /// @return as [#enter] does
    boolean await(Duration turn, Duration atMost) throws InterruptedException {
        long near = 3 * turn.toNanos();
        waiting.incrementAndGet();
        int place = staying.incrementAndGet();
        try {
            return place <= PATIENT
                    ? enter(place, Long.MAX_VALUE, atMost.toNanos())
                    : enter(place, near, Math.min(near, atMost.toNanos()));
        } finally {
            staying.decrementAndGet();
            waiting.decrementAndGet();
        }
    }

    /// @param near the longest time that it may be likely to take
    /// @param nanos how long it waits
    private boolean enter(int place, long near, long nanos) throws InterruptedException {
        // Without a time a place would be taken before those who wait for it.
        boolean in =
                permits.tryAcquire(0, TimeUnit.NANOSECONDS)
                        || (nanosTo(place) <= near
                                && permits.tryAcquire(nanos, TimeUnit.NANOSECONDS));
        if (in) {
            begin(nanoTime.getAsLong());
        }
        return in;
    }

    private synchronized void begin(long now) {
        taken++;
        if (taken == width) {
            since = now;
        }
    }

    /// How long until so many places were free: as fast as the last ones, after what is waited for now.
    private synchronized double nanosTo(int place) {
        return place * meanGap + waitedFor(nanoTime.getAsLong());
    }

    /// How long those who wait have seen nobody leave. Whoever has just got the last place may not have
    /// begun yet: then it is no time at all, however long before the last one left.
    private double waitedFor(long now) {
        return taken < width ? 0 : now - since;
    }

    /// When to come back after having been sent away: those who are sent away come back one after the
    /// other, as fast as places become free; those who would be long away, at different times.
    synchronized Duration comeBackAfter() {
        long now = nanoTime.getAsLong();
        long from = taken < width ? now : Math.max(lastBack, now);
        double gap = Math.max(meanGap, waitedFor(now) / width);
        lastBack = Math.min(from + (long) gap, now + LONGEST_AWAY.toNanos());
        long away = lastBack - now;
        if (away == LONGEST_AWAY.toNanos()) {
            return Duration.ofNanos(ThreadLocalRandom.current().nextLong(away / 2, away));
        }
        return Duration.ofNanos(Math.max(away, SHORTEST_AWAY.toNanos()));
    }

    /// Gives the place back.
    void leave() {
        long now = nanoTime.getAsLong();
        synchronized (this) {
            double gap = now - since;
            if (taken == width || gap < meanGap) {
                meanGap += (gap - meanGap) / MEMORY;
            }
            taken--;
            since = now;
        }
        permits.release();
    }

    /// A connection that was used before and may still be open.
    synchronized @Nullable Connection take() {
        for (Connection last = idle.pollLast(); last != null; last = idle.pollLast()) {
            if (last.isFresh(IDLE_NANOS, AGE_NANOS)) {
                return last;
            }
            last.close();
        }
        return null;
    }

    /// Puts a connection aside for the next download.
    synchronized void give(Connection connection) {
        if (connection.rest()) {
            idle.addLast(connection);
        } else {
            connection.close();
        }
    }

    private synchronized boolean isEmptyAfterClosing(long idleNanos) {
        idle.removeIf(connection -> {
            boolean old = !connection.isFresh(idleNanos, AGE_NANOS);
            if (old) {
                connection.close();
            }
            return old;
        });
        return idle.isEmpty();
    }

    /// All lanes in use.
    static final class Map {

        private final ConcurrentHashMap<Target.Site, Lane> lanes = new ConcurrentHashMap<>();
        private final int width;

        /// Lanes for a number of downloads at the same time each.
        Map(int width) {
            this.width = width;
        }

        /// The lane to a server, which stays until it is given back.
        Lane of(Target.Site site) {
            return lanes.compute(
                    site,
                    (key, existing) -> {
                        Lane lane = existing == null ? new Lane(width, System::nanoTime) : existing;
                        lane.users++;
                        return lane;
                    });
        }

        /// Gives a lane back.
        void release(Target.Site site) {
            lanes.computeIfPresent(
                    site,
                    (key, lane) -> {
                        lane.users--;
                        return lane;
                    });
        }

        /// Closes the connections that nobody took for a while, and forgets the lanes without any.
        void sweep() {
            closeIdle(IDLE_NANOS);
        }

        /// Closes every connection that is not in use.
        void close() {
            closeIdle(0);
        }

        private void closeIdle(long idleNanos) {
            for (Target.Site site : lanes.keySet()) {
                lanes.computeIfPresent(
                        site,
                        (key, lane) ->
                                lane.isEmptyAfterClosing(idleNanos) && lane.users == 0
                                        ? null
                                        : lane);
            }
        }
    }
}
