package io.github.wis2chain.engine.request;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Remembers requests in memory; a test can have the node end in between.
public final class InMemoryRequestMemory implements RequestMemory {

    private final Map<RequestKey, Entry> entries = new HashMap<>();

    private boolean losesAnswers;

    private record Entry(RequestDigest request, boolean interrupted, Optional<KeptAnswer> answer) {}

    /// How many requests are remembered.
    public synchronized int size() {
        return entries.size();
    }

    /// Keeps no answer from now on, as if the process ended before.
    public synchronized void loseAnswers() {
        losesAnswers = true;
    }

    /// Those under way are so no more, as after the end of a process.
    public synchronized void interrupt() {
        entries.replaceAll((key, entry) -> new Entry(entry.request(), true, entry.answer()));
    }

    @Override
    public synchronized CompletableFuture<Standing> begin(
            RequestKey key, RequestDigest request, boolean repeatable) {
        return CompletableFuture.completedFuture(standing(key, request, repeatable));
    }

    private Standing standing(RequestKey key, RequestDigest request, boolean repeatable) {
        Entry known = entries.get(key);
        if (known != null && !known.request().equals(request)) {
            return new Standing.Other();
        }
        if (known != null && known.answer().isPresent()) {
            return new Standing.Answered(known.answer().get());
        }
        if (known != null && !(known.interrupted() && repeatable)) {
            return known.interrupted() ? new Standing.Unfinished() : new Standing.UnderWay();
        }
        entries.put(key, new Entry(request, false, Optional.empty()));
        return new Standing.Begun();
    }

    @Override
    public synchronized CompletableFuture<Void> answered(RequestKey key, KeptAnswer answer) {
        if (!losesAnswers) {
            entries.computeIfPresent(
                    key, (same, entry) -> new Entry(entry.request(), false, Optional.of(answer)));
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public synchronized CompletableFuture<Void> forget(RequestKey key) {
        entries.remove(key);
        return CompletableFuture.completedFuture(null);
    }
}
