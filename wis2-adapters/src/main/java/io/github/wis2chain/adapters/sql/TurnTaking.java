package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.engine.run.Worker;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/// Starts each run on a virtual thread of its own, after its turn was taken: db-scheduler hands over
/// runs one after the other, in the order of their claims.
final class TurnTaking extends AbstractExecutorService {

    /// The turn of the run that this thread works on.
    static final ScopedValue<Turns.Turn> TURN = ScopedValue.newInstance();

    private final Worker worker;
    private final ExecutorService threads =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("run-", 1).factory());

    TurnTaking(Worker worker) {
        this.worker = worker;
    }

    /// The turn is closed when all is done, the durable outcome included.
    @Override
    public void execute(Runnable run) {
        Turns.Turn turn = worker.nextTurn();
        try {
            threads.execute(() -> {
                try (turn) {
                    ScopedValue.where(TURN, turn).run(run);
                }
            });
        } catch (RejectedExecutionException closed) {
            turn.close();
            throw closed;
        }
    }

    @Override
    public void shutdown() {
        threads.shutdown();
    }

    @Override
    public List<Runnable> shutdownNow() {
        return threads.shutdownNow();
    }

    @Override
    public boolean isShutdown() {
        return threads.isShutdown();
    }

    @Override
    public boolean isTerminated() {
        return threads.isTerminated();
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
        return threads.awaitTermination(timeout, unit);
    }
}
