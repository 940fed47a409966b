package io.github.wis2chain.adapters.broker;

import io.netty.channel.Channel;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How many connections there are, and may be. Whoever connects counts, before a word was said: a
/// connection costs memory from then on. Those that were not let in yet are a part of all and no
/// more, so that strangers cannot take every place. Safe for any thread.
final class ConnectionLimit {

    private static final Logger log = LoggerFactory.getLogger(ConnectionLimit.class);

    /// Clients that are refused try again and again; so often it is told.
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    /// So many strangers there may always be, if there may be as many connections.
    private static final int LEAST_STRANGERS = 16;

    /// Longer than the library waits for CONNECT and a password is checked.
    static final Duration LONGEST_STRANGE = Duration.ofSeconds(60);

    private final int most;
    private final int mostStrangers;
    private int open;
    private int strangers;
    private long refused;
    private long untold;
    private long lastTold = System.nanoTime() - BETWEEN_WARNINGS;

    ConnectionLimit(int most) {
        this.most = most;
        this.mostStrangers = Math.max(LEAST_STRANGERS, most / 4);
    }

    /// The place of one connection.
    final class Place {

        private boolean strange = true;

        /// Ends the connection if it is not let in in time. What holds it up may be an older
        /// connection of the same client that does not end; meanwhile nothing is read here, so that
        /// it is not noticed either when the client has gone.
        void watch(Channel channel) {
            var late =
                    channel.eventLoop()
                            .schedule(
                                    () -> expire(channel),
                                    LONGEST_STRANGE.toMillis(),
                                    TimeUnit.MILLISECONDS);
            var _ = channel.closeFuture().addListener(_ -> late.cancel(false));
        }

        private void expire(Channel channel) {
            if (isStrange()) {
                log.info(
                        "A connection from {} was ended: it was not let in within {} s.",
                        channel.remoteAddress(),
                        LONGEST_STRANGE.toSeconds());
                var _ = channel.close();
            }
        }

        private boolean isStrange() {
            synchronized (ConnectionLimit.this) {
                return strange;
            }
        }

        /// The broker has let the client in.
        void letIn() {
            synchronized (ConnectionLimit.this) {
                if (strange) {
                    strange = false;
                    strangers--;
                }
            }
        }

        /// The connection has ended.
        void leave() {
            synchronized (ConnectionLimit.this) {
                letIn();
                open--;
            }
        }
    }

    /// Counts a connection from this address, if there may be one more.
    synchronized Optional<Place> enter(SocketAddress from) {
        if (open < most && strangers < mostStrangers) {
            open++;
            strangers++;
            return Optional.of(new Place());
        }
        refused++;
        untold++;
        long now = System.nanoTime();
        if (now - lastTold >= BETWEEN_WARNINGS) {
            log.warn(
                    "The embedded broker refused {} since this was last told, the last from {}:"
                            + " broker.embedded.limits.connections allows {} in all, and {} that"
                            + " were not let in yet; there are {} and {}. Raise the limit, or look"
                            + " for clients that connect and do not disconnect.",
                    untold == 1 ? "1 connection" : untold + " connections",
                    from,
                    most,
                    Math.min(most, mostStrangers),
                    open,
                    strangers);
            untold = 0;
            lastTold = now;
        }
        return Optional.empty();
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
