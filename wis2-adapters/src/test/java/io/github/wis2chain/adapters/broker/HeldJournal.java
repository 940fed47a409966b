package io.github.wis2chain.adapters.broker;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.EventId;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Supplier;

/// An intake for tests: remembers what arrives, and commits at once, when told, or never.
final class HeldJournal implements Function<Arrival, CompletableFuture<Receipt>> {

    static final Receipt RECEIPT = new Receipt.Accepted(new EventId(1), new RunId(1));

    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private volatile Supplier<CompletableFuture<Receipt>> commit = HeldJournal::now;

    @Override
    public CompletableFuture<Receipt> apply(Arrival arrival) {
        CompletableFuture<Receipt> receipt = commit.get();
        arrivals.add(arrival);
        return receipt;
    }

    /// Forgets what arrived and commits at once again.
    void reset() {
        arrivals.clear();
        commit = HeldJournal::now;
    }

    /// All that arrives from now on shares this commit.
    CompletableFuture<Receipt> hold() {
        var held = new CompletableFuture<Receipt>();
        commit = held::copy;
        return held;
    }

    /// All that arrives from now on fails at once.
    void refuse(RuntimeException failure) {
        commit = () -> CompletableFuture.failedFuture(failure);
    }

    /// All that arrives from now on meets this error.
    void breakDown(Error error) {
        commit =
                () -> {
                    throw error;
                };
    }

    void accept() {
        commit = HeldJournal::now;
    }

    List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    List<String> texts() {
        return arrivals.stream().map(arrival -> arrival.payload().text()).toList();
    }

    private static CompletableFuture<Receipt> now() {
        return CompletableFuture.completedFuture(RECEIPT);
    }
}
