package io.github.wis2chain.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// A disk that can be made to fail, and whose commits can be held back.
final class InMemoryDisk {

    private final List<Runnable> uncommitted = new ArrayList<>();
    private Optional<String> outage = Optional.empty();
    private boolean holdingCommits;

    synchronized void failWith(String reason) {
        outage = Optional.of(reason);
    }

    synchronized void recover() {
        outage = Optional.empty();
    }

    synchronized void hold() {
        holdingCommits = true;
    }

    void commit() {
        List<Runnable> completions;
        synchronized (this) {
            holdingCommits = false;
            completions = List.copyOf(uncommitted);
            uncommitted.clear();
        }
        completions.forEach(Runnable::run);
    }

    synchronized int uncommitted() {
        return uncommitted.size();
    }

    synchronized <T> CompletableFuture<T> write(Supplier<T> change) {
        if (outage.isPresent()) {
            return CompletableFuture.failedFuture(new JournalUnavailable(outage.get()));
        }
        T result;
        try {
            result = change.get();
        } catch (IllegalStateException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        if (!holdingCommits) {
            return CompletableFuture.completedFuture(result);
        }
        var future = new CompletableFuture<T>();
        uncommitted.add(() -> future.complete(result));
        return future;
    }
}
