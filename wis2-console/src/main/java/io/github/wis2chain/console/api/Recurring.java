package io.github.wis2chain.console.api;

import java.util.function.Consumer;

/// A task of a timer, which forgets one that throws. It goes on, and what goes wrong each time is
/// told once. For one thread.
final class Recurring implements Runnable {

    private final Runnable task;
    private final Consumer<RuntimeException> failed;
    private final Runnable recovered;
    private boolean failing;

    /// @param failed told of the first failure
    /// @param recovered told when all is well again
    Recurring(Runnable task, Consumer<RuntimeException> failed, Runnable recovered) {
        this.task = task;
        this.failed = failed;
        this.recovered = recovered;
    }

    @Override
    public void run() {
        try {
            task.run();
        } catch (RuntimeException defect) {
            if (!failing) {
                failing = true;
                failed.accept(defect);
            }
            return;
        }
        if (failing) {
            failing = false;
            recovered.run();
        }
    }
}
