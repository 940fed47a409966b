package io.github.wis2chain.engine.run;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/// Hands the due runs of an {@link InMemoryRunStore} to a worker, each on a virtual thread, for
/// tests.
public final class InMemoryWorkQueue implements WorkQueue {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

    private final InMemoryRunStore store;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicBoolean open = new AtomicBoolean(true);

    public InMemoryWorkQueue(InMemoryRunStore store) {
        this.store = store;
    }

    @Override
    public void start(Worker worker) {
        threads.execute(() -> {
            while (open.get()) {
                for (Claim claim : store.claim()) {
                    Turns.Turn turn = worker.nextTurn();
                    threads.execute(() -> work(worker, claim, turn));
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        });
    }

    private void work(Worker worker, Claim claim, Turns.Turn turn) {
        try (turn) {
            store.end(claim.run(), worker.work(claim, turn));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the runs under way end.
    @Override
    public void close() {
        open.set(false);
        threads.close();
    }
}
