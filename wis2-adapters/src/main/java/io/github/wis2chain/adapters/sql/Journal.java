package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.JournalUnavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Writes everything, with one thread and many writes in one commit.
///
/// While a commit is under way, what comes waits; when it is done, all that waits is the next one.
/// So nothing is ever delayed to gather company: alone a write is on disk in the time of one sync,
/// and under load the sync is shared by hundreds. Promises are kept on a second thread, so that
/// whoever waits for them does not hold up the next commit.
///
/// If a commit fails, its writes are done one by one, so that a bad one fails alone. If the database
/// cannot write at all, events are refused ({@link JournalUnavailable}: their senders keep them),
/// and what must not be lost is tried again until it succeeds or the store closes; runs whose outcome
/// was not written then are taken up again after the next start.
final class Journal implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Journal.class);

    /// Writes in one commit: more bring no more speed, and make the first one wait longer.
    private static final int BATCH = 500;

    /// Writes that may wait; the intake stops far earlier. What must succeed is taken beyond that: it
    /// comes from runs under way, which are few.
    private static final int WAITING = 100_000;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Dialect dialect;
    private final Entries entries;
    private final InstantSource clock;
    private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService promises =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("store-promises").daemon().factory());
    private final Thread thread;
    private volatile Runnable workIsDue = () -> {};
    private volatile Consumer<Duration> committed = took -> {};

    /// Why the last commit failed, empty when it did not.
    private volatile String trouble = "";

    Journal(Dialect dialect, Entries entries, InstantSource clock) {
        this.dialect = dialect;
        this.entries = entries;
        this.clock = clock;
        this.thread = Thread.ofPlatform().name("store-journal").daemon().start(this::run);
    }

    /// What is called after commits that may have made runs due; quick.
    void whenWorkIsDue(Runnable call) {
        workIsDue = call;
    }

    /// What is called after every commit with the time that it took; quick.
    void whenCommitted(Consumer<Duration> call) {
        committed = call;
    }

    /// Hands a write over. Never blocks.
    <T> CompletableFuture<T> write(Write<T> write) {
        if (closing.getCount() == 0) {
            write.breakPromise(new JournalUnavailable("The journal is closed"));
        } else if (write.mustSucceed() || queue.size() < WAITING) {
            queue.add(write);
        } else {
            write.breakPromise(
                    new JournalUnavailable(
                            "%d writes wait for the journal; no more are taken until it catches up"
                                    .formatted(WAITING)));
        }
        return write.promise();
    }

    /// What keeps the journal from writing, empty if nothing does.
    String trouble() {
        return trouble;
    }

    /// Nothing waits to be written.
    boolean isIdle() {
        return queue.isEmpty();
    }

    private void run() {
        var batch = new ArrayList<Write<?>>(BATCH);
        while (closing.getCount() > 0 || !queue.isEmpty()) {
            try {
                batch.add(next());
                queue.drainTo(batch, BATCH - 1);
                persist(batch);
                batch.clear();
            } catch (InterruptedException ours) {
                throw new IllegalStateException("nobody interrupts the journal", ours);
            }
        }
    }

    /// What is to be written next. After a failure the journal tries to write although nobody asks:
    /// a node that is not ready gets no events which would show that it could be ready again.
    private Write<?> next() throws InterruptedException {
        if (trouble.isEmpty()) {
            return queue.take();
        }
        Write<?> asked = queue.poll(LONGEST_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        return asked == null ? new WriteAct<>(Journal::trial) : asked;
    }

    /// Writes a row as it is, which takes the whole way to the disk.
    private static boolean trial(Commit commit) throws SQLException {
        return commit.execute("UPDATE store_state SET value = value WHERE name = 'open'") > 0;
    }

    private void persist(List<Write<?>> batch) throws InterruptedException {
        List<Write<?>> rest = attempt(batch);
        Duration pause = FIRST_PAUSE;
        while (!rest.isEmpty()) {
            if (closing.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                var closed = new JournalUnavailable("The journal was closed before it could write");
                rest.forEach(write -> write.breakPromise(closed));
                return;
            }
            rest = attempt(withNewcomers(rest));
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        }
    }

    /// Whoever can wait elsewhere is told at once.
    private List<Write<?>> withNewcomers(List<Write<?>> rest) {
        var all = new ArrayList<>(rest);
        var newcomers = new ArrayList<Write<?>>();
        queue.drainTo(newcomers);
        for (Write<?> newcomer : newcomers) {
            if (newcomer.mustSucceed()) {
                all.add(newcomer);
            } else {
                newcomer.breakPromise(
                        new JournalUnavailable(
                                "The journal cannot be written (%s)".formatted(trouble)));
            }
        }
        return all;
    }

    /// @return what has to be tried again
    private List<Write<?>> attempt(List<Write<?>> writes) {
        try {
            commit(writes);
            recovered();
            keep(writes);
            return List.of();
        } catch (SQLException | RuntimeException failure) {
            writes.forEach(Write::unsettle);
            entries.rolledBack();
            if (failure instanceof SQLException sql && dialect.isUnavailable(sql)) {
                return unavailable(writes, sql);
            }
            if (writes.size() == 1) {
                log.error(
                        "A write was refused by the store, the others go on: {}", reason(failure));
                log.debug("The write that was refused:", failure);
                writes.getFirst().breakPromise(failure);
                return List.of();
            }
            var rest = new ArrayList<Write<?>>();
            for (Write<?> write : writes) {
                rest.addAll(attempt(List.of(write)));
            }
            return rest;
        }
    }

    private void commit(List<Write<?>> writes) throws SQLException {
        long begun = System.nanoTime();
        try (Connection connection = dialect.writing().getConnection()) {
            connection.setAutoCommit(false);
            try (var commit = new Commit(connection, clock.millis())) {
                entries.apply(writes, commit);
                commit.done();
                committed.accept(Duration.ofNanos(System.nanoTime() - begun));
            } catch (SQLException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            }
        }
    }

    /// A full disk makes SQLite end the transaction by itself. Its driver does not know it, and would do
    /// each later write in a transaction of its own, which no commit could acknowledge.
    private void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException alsoFailed) {
            failure.addSuppressed(alsoFailed);
            dialect.discard(connection);
        }
    }

    private void keep(List<Write<?>> writes) {
        var kept = List.copyOf(writes);
        boolean due =
                kept.stream()
                        .anyMatch(
                                write -> write instanceof WriteEvent || write instanceof WriteAct);
        if (due) {
            workIsDue.run();
        }
        promises.execute(() -> kept.forEach(Write::keepPromise));
    }

    /// Without the values of the statement, which a driver may put into the message of a batch.
    private static String reason(Exception failure) {
        return failure instanceof SQLException sql && sql.getNextException() != null
                ? reason(sql.getNextException())
                : String.valueOf(failure.getMessage());
    }

    private List<Write<?>> unavailable(List<Write<?>> writes, SQLException failure) {
        if (trouble.isEmpty()) {
            log.error(
                    "The journal cannot be written. Events are not acknowledged, finished runs are"
                            + " kept in memory, and writing is tried again.",
                    failure);
        }
        trouble = String.valueOf(failure.getMessage());
        var rest = new ArrayList<Write<?>>();
        for (Write<?> write : writes) {
            if (write.mustSucceed()) {
                rest.add(write);
            } else {
                write.unavailable(failure);
            }
        }
        return rest;
    }

    private void recovered() {
        if (!trouble.isEmpty()) {
            trouble = "";
            log.info("The journal is written again.");
        }
    }

    /// A thread that waits for something to write gets something.
    private void wake() {
        queue.add(new WriteAct<>(nothing -> true));
    }

    /// Writes what waits, keeps the promises and ends.
    @Override
    public void close() {
        closing.countDown();
        wake();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        var left = new ArrayList<Write<?>>();
        queue.drainTo(left);
        left.forEach(write -> write.breakPromise(new JournalUnavailable("The journal is closed")));
        promises.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
