package io.github.wis2chain.adapters.broker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.SocketAddress;
import java.time.Duration;

/// How many connections there are, and may be. Whoever connects counts, before a word was said: a
/// connection costs memory from then on. Safe for any thread.
final class ConnectionLimit {

    private static final Logger log = LoggerFactory.getLogger(ConnectionLimit.class);

    /// Clients that are refused try again and again; so often it is told.
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final int most;
    private int open;
    private long refused;
    private long untold;
    private long lastTold = System.nanoTime() - BETWEEN_WARNINGS;

    ConnectionLimit(int most) {
        this.most = most;
    }

    /// Counts a connection from this address, if there may be one more.
    synchronized boolean enter(SocketAddress from) {
        if (open < most) {
            open++;
            return true;
        }
        refused++;
        untold++;
        long now = System.nanoTime();
        if (now - lastTold >= BETWEEN_WARNINGS) {
            log.warn(
                    "The embedded broker refused {} since this was last told, the last from {}: as"
                        + " many as broker.embedded.limits.connections allows are there ({}). Raise"
                        + " the limit, or look for clients that connect and do not disconnect.",
                    untold == 1 ? "1 connection" : untold + " connections",
                    from,
                    open);
            untold = 0;
            lastTold = now;
        }
        return false;
    }

    synchronized void leave() {
        open--;
    }

    /// The connections there are.
    synchronized int open() {
        return open;
    }

    /// The connections refused since the start.
    synchronized long refused() {
        return refused;
    }
}
