package io.github.wis2chain.adapters.sql;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/// Deletes what retention no longer keeps and tidies the files, while nothing else is to be written.
final class Upkeep implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);

    private static final int FIRST_SECONDS = 20;
    private static final int SECONDS = 60;

    private final Journal journal;
    private final Dialect dialect;
    private final Expiry expiry;
    private Expiry.Progress progress = Expiry.Progress.NONE;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("store-upkeep").daemon().factory());

    Upkeep(Journal journal, Dialect dialect, Expiry expiry) {
        this.journal = journal;
        this.dialect = dialect;
        this.expiry = expiry;
    }

    void start() {
        ScheduledFuture<?> rounds =
                timer.scheduleWithFixedDelay(this::round, FIRST_SECONDS, SECONDS, TimeUnit.SECONDS);
        log.debug("Upkeep begins in {} s.", rounds.getDelay(TimeUnit.SECONDS));
    }

    private void round() {
        try {
            while (journal.isIdle() && !timer.isShutdown() && expire() > 0) {
                log.debug("Old runs were deleted; there may be more.");
            }
            if (journal.isIdle() && !timer.isShutdown()) {
                dialect.tidy();
            }
        } catch (RuntimeException failure) {
            log.warn("Upkeep of the store failed; it is tried again in a minute.", failure);
        }
    }

    /// Deletes one portion. If that is rolled back, the next begins where this one began.
    ///
    /// @return how much was deleted, 0 when nothing is left to delete
    synchronized int expire() {
        Expiry.Progress before = progress;
        try {
            Expiry.Portion portion =
                    journal.write(new WriteAct<>(commit -> expiry.step(before, commit))).join();
            progress = portion.progress();
            return portion.rows();
        } catch (CompletionException failure) {
            throw new IllegalStateException("Old runs were not deleted", failure.getCause());
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(10, TimeUnit.SECONDS)) {
                log.warn("Upkeep did not end within 10 s; the store closes all the same.");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
