package io.github.wis2chain.adapters.http;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The way to one server: a bounded number of downloads at the same time, and the connections that
/// wait for the next one. A slow server fills its own lane only.
final class Lane {

    /// Below the 5 s after which common servers close an idle connection.
    private static final long IDLE_NANOS = Duration.ofSeconds(4).toNanos();

    /// So that a name which moved to another address is looked up again.
    private static final long AGE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Semaphore permits;
    private final Deque<Connection> idle = new ArrayDeque<>();

    /// Downloads that use this lane or wait for it; changed inside the map's own locking only.
    private int users;

    private Lane(int width) {
        this.permits = new Semaphore(width, true);
    }

    /// Waits for a place.
    ///
    /// @return whether there was one in time
    boolean enter(Duration atMost) throws InterruptedException {
        return permits.tryAcquire() || permits.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Gives the place back.
    void leave() {
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
                        Lane lane = existing == null ? new Lane(width) : existing;
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
