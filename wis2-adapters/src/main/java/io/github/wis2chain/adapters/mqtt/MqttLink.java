package io.github.wis2chain.adapters.mqtt;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
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

    private static final Duration LEAVING = Duration.ofSeconds(1);
    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final Duration STABLE = Duration.ofSeconds(10);

    private final MqttConnection connection;
    private final LinkReport report;
    private final LinkRole role;
    private final Client client;
    private final Thread thread;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean connected;
    private boolean paused;
    private boolean closed;
    private boolean began;
    private boolean takenOver;
    private int failures;
    private Optional<String> lost = Optional.empty();
    private Optional<String> dropped = Optional.empty();

    private volatile boolean progress;

    /// @param name the subject of log lines: `Source argo-files`
    MqttLink(String name, MqttConnection connection, Client.Inlet inlet, LinkRole role) {
        this.report = new LinkReport(name, connection);
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
        return report.status();
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
            report.works();
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
        waitWhile(() -> connected && !condition.getAsBoolean(), atMost);
    }

    private void waitWhile(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (left > 0 && condition.getAsBoolean()) {
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
            report.interrupted();
        }
        report.closed();
    }

    /// @return false when closed
    private boolean awaitWanted() throws InterruptedException {
        lock.lock();
        try {
            while (paused && !closed) {
                report.paused();
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
        report.connected(sessionPresent, trouble);
        if (trouble.isEmpty()) {
            role.usable();
        }
        while (true) {
            lock.lock();
            try {
                if (trouble.isPresent()) {
                    waitWhile(this::staying, Timing.varied(connection.timing().longestDelay()));
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
                report.connected(true, trouble);
            }
        }
        leave();
        lock.lock();
        try {
            report.left(dropped);
            return dropped;
        } finally {
            lock.unlock();
        }
    }

    private boolean staying() {
        return connected && !paused && !closed && dropped.isEmpty();
    }

    private void leave() throws InterruptedException {
        role.leaving(LEAVING);
        try {
            client.disconnect().get(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            report.noFarewell(Causes.describe(e));
        }
    }

    private void backOff(String trouble) throws InterruptedException {
        failures++;
        Duration delay = Timing.varied(delay());
        report.notConnected(trouble, delay);
        waitWhile(() -> !closed, delay);
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
                    report.lost(Causes.describe(cause));
                }
            });
        }
    }
}
