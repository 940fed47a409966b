package io.github.wis2chain.adapters.mqtt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/// Keeps one client connected: one thread that connects, waits for the end of the connection, and
/// connects again, later and later while it fails.
///
/// The library can reconnect by itself; this thread does it instead, because a source must also
/// leave a healthy connection when the journal fails, wait while it is paused, subscribe anew
/// with the broker's answer looked at, and stop at once when it is closed.
final class MqttLink implements AutoCloseable {

    /// What is done over the connection.
    interface Role {
        /// The connection is there, or still is after an earlier trouble. On the link's thread.
        ///
        /// @return what is wrong and will be tried again, or empty
        Optional<String> connected(boolean sessionPresent) throws InterruptedException;

        /// The connection was made anew and can be used from now on. On the link's thread.
        default void usable() {}

        /// The connection is about to be ended by us: finish what is under way, within this time.
        void leaving(Duration atMost) throws InterruptedException;

        /// The connection has ended. On the library's event loop, before any new connection.
        void disconnected();

        /// Whether the next connection begins without the session, which fails what it holds.
        boolean forgetSession();
    }

    private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);
    private static final Duration LEAVING = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration STABLE = Duration.ofSeconds(10);

    private final String name;
    private final MqttConnection connection;
    private final Role role;
    private final Client client;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean connected;
    private boolean paused;
    private boolean closed;
    private boolean began;
    private boolean outage;
    private boolean dropping;
    private boolean takenOver;
    private int failures;
    private Optional<String> lost = Optional.empty();
    private Optional<String> dropped = Optional.empty();
    private LinkStatus status = new LinkStatus(false, "Connecting for the first time.");

    private volatile boolean progress;

    /// @param name the subject of log lines: `Source argo-files`
    MqttLink(String name, MqttConnection connection, Client.Inlet inlet, Role role) {
        this.name = name;
        this.connection = connection;
        this.role = role;
        this.client = Client.of(connection, inlet, new Events());
        this.thread = Thread.ofVirtual().name("mqtt " + name).unstarted(this::run);
    }

    /// Begins to connect. Not done by the constructor, so that the role can know its link first.
    MqttLink start() {
        thread.start();
        return this;
    }

    Client client() {
        return client;
    }

    LinkStatus status() {
        lock.lock();
        try {
            return status;
        } finally {
            lock.unlock();
        }
    }

    boolean isConnected() {
        lock.lock();
        try {
            return connected;
        } finally {
            lock.unlock();
        }
    }

    /// Something got through: the next reconnection need not be late.
    void progress() {
        if (!progress) {
            progress = true;
            change(() -> {
                if (dropping) {
                    dropping = false;
                    outage = false;
                    LOG.info("{} works again.", name);
                }
            });
        }
    }

    /// Leaves the connection for a reason of ours, and connects again after a delay.
    void drop(String reason) {
        change(() -> dropped = dropped.or(() -> Optional.of(reason)));
    }

    void pause() {
        change(() -> paused = true);
    }

    void resume() {
        change(() -> paused = false);
    }

    /// Wakes the link's thread, so that a role that is leaving looks again.
    void changed() {
        change(() -> {});
    }

    /// Waits on the link's thread until a condition of the role holds, the connection ends or the
    /// time is over; the role calls {@link #changed()}.
    void await(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (connected && left > 0 && !condition.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends the connection; the broker keeps the session. Takes at most a few seconds.
    @Override
    public void close() {
        change(() -> closed = true);
        try {
            if (!thread.join(LEAVING.plus(FAREWELL))) {
                // It waits for a host that does not answer.
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try {
            while (awaitWanted()) {
                Optional<String> trouble = connectAndStay();
                if (trouble.isPresent()) {
                    backOff(trouble.get());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} was interrupted while it was being closed.", name);
        }
        report(false, "Closed.");
    }

    /// @return false when closed
    private boolean awaitWanted() throws InterruptedException {
        lock.lock();
        try {
            while (paused && !closed) {
                report(false, "Paused; the broker keeps the messages.");
                changed.await();
            }
            dropped = Optional.empty();
            lost = Optional.empty();
            takenOver = false;
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    /// @return why there is no connection any more, or empty if none is wanted
    private Optional<String> connectAndStay() throws InterruptedException {
        progress = false;
        boolean clean = (!began && connection.session().cleanStart()) || role.forgetSession();
        boolean sessionPresent;
        long giveUp = connection.timing().connectTimeout().multipliedBy(3).toMillis();
        try {
            sessionPresent = client.connect(clean).get(giveUp, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            return Optional.of(Causes.describe(e));
        }
        began = true;
        long since = System.nanoTime();
        Optional<String> end = stay(sessionPresent);
        if (progress || System.nanoTime() - since > STABLE.toNanos()) {
            failures = 0;
        }
        return end;
    }

    private Optional<String> stay(boolean sessionPresent) throws InterruptedException {
        Optional<String> trouble = role.connected(sessionPresent);
        connected(sessionPresent, trouble);
        if (trouble.isEmpty()) {
            role.usable();
        }
        while (true) {
            lock.lock();
            try {
                if (trouble.isPresent()) {
                    long left = varied(connection.timing().longestDelay()).toNanos();
                    while (staying() && left > 0) {
                        left = changed.awaitNanos(left);
                    }
                } else {
                    while (staying()) {
                        changed.await();
                    }
                }
                if (!connected) {
                    return lost.or(() -> Optional.of("the connection was lost"));
                }
                if (!staying()) {
                    break;
                }
            } finally {
                lock.unlock();
            }
            Optional<String> before = trouble;
            trouble = role.connected(true);
            if (!trouble.equals(before)) {
                connected(true, trouble);
            }
        }
        leave();
        lock.lock();
        try {
            dropping = dropped.isPresent();
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private boolean staying() {
        return connected && !paused && !closed && dropped.isEmpty();
    }

    private void connected(boolean sessionPresent, Optional<String> trouble) {
        if (trouble.isPresent()) {
            report(false, "Connected to %s, but %s.".formatted(connection.broker(), trouble.get()));
            LOG.warn(
                    "{} is connected to {}, but {}. It is tried again every {}.",
                    name,
                    connection.broker(),
                    trouble.get(),
                    words(connection.timing().longestDelay()));
            return;
        }
        report(true, "Connected to %s.".formatted(connection.broker()));
        lock.lock();
        try {
            if (dropping) {
                // Whether it works is seen only when something gets through.
                return;
            }
            outage = false;
        } finally {
            lock.unlock();
        }
        LOG.info(
                "{} connected to {} as {}, {}.",
                name,
                connection.broker(),
                connection.clientId(),
                sessionPresent ? "going on with its session" : "with a new session");
    }

    private void leave() throws InterruptedException {
        role.leaving(LEAVING);
        try {
            client.disconnect().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("{} could not say goodbye: {}.", name, Causes.describe(e));
        }
    }

    private void backOff(String trouble) throws InterruptedException {
        failures++;
        Duration delay = varied(delay());
        report(false, "Not connected to %s: %s.".formatted(connection.broker(), trouble));
        if (outage) {
            LOG.debug("{} is still not connected: {}.", name, trouble);
        } else {
            outage = true;
            LOG.warn(
                    "{} is not connected to {}: {}. It is tried again after {}, then at longer"
                            + " intervals up to {}.",
                    name,
                    connection.broker(),
                    trouble,
                    words(delay),
                    words(connection.timing().longestDelay()));
        }
        long left = delay.toNanos();
        lock.lock();
        try {
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /// Two clients with one identifier throw each other out. An operator must end that; until then
    /// they shall not do so every second.
    private Duration delay() {
        lock.lock();
        try {
            return takenOver
                    ? connection.timing().longestDelay()
                    : connection.timing().delayAfter(failures);
        } finally {
            lock.unlock();
        }
    }

    /// Many clients that lost the same broker shall not come back in the same instant.
    private static Duration varied(Duration delay) {
        double factor = 0.8 + 0.4 * ThreadLocalRandom.current().nextDouble();
        return Duration.ofNanos((long) (delay.toNanos() * factor));
    }

    private static String words(Duration duration) {
        return duration.toSeconds() == 0
                ? duration.toMillis() + " ms"
                : duration.toSeconds() + " s";
    }

    private void report(boolean healthy, String text) {
        lock.lock();
        try {
            status = new LinkStatus(healthy, text);
        } finally {
            lock.unlock();
        }
    }

    private final class Events implements Client.Listener {

        @Override
        public void connected() {
            change(() -> connected = true);
        }

        @Override
        public void disconnected(Throwable cause) {
            role.disconnected();
            change(() -> {
                if (connected) {
                    connected = false;
                    lost = Optional.of(Causes.describe(cause));
                    takenOver = Causes.isTakeOver(cause);
                    status =
                            new LinkStatus(
                                    false,
                                    "Not connected to %s: %s."
                                            .formatted(
                                                    connection.broker(), Causes.describe(cause)));
                }
            });
        }
    }
}
