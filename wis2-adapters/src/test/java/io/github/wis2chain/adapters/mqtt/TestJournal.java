package io.github.wis2chain.adapters.mqtt;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.IntakeLimits;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunStore;
import io.github.wis2chain.engine.run.SourceName;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/// A journal that remembers what arrived, whose commits the test can hold back or make fail. Only
/// the intake's side of it.
final class TestJournal implements RunStore {

    private final Ids ids = new Ids(InstantSource.system(), 0);
    private final List<Arrival> arrivals = new ArrayList<>();
    private final List<CompletableFuture<Receipt>> held = new ArrayList<>();
    private boolean holding;
    private int failAfter = Integer.MAX_VALUE;

    Intake intake() {
        return new Intake(this, IntakeLimits.DEFAULT);
    }

    /// Everything that was handed over and not refused, in order, committed or not.
    synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    synchronized List<String> texts() {
        return arrivals.stream().map(arrival -> arrival.payload().text()).toList();
    }

    synchronized void holdCommits() {
        holding = true;
    }

    void commit() {
        List<CompletableFuture<Receipt>> committed;
        synchronized (this) {
            holding = false;
            committed = List.copyOf(held);
            held.clear();
        }
        committed.forEach(receipt -> receipt.complete(receipt()));
    }

    /// Takes so many events more, and refuses those that follow.
    synchronized void failAfter(int more) {
        failAfter = arrivals.size() + more;
    }

    synchronized void recover() {
        failAfter = Integer.MAX_VALUE;
    }

    @Override
    public synchronized CompletableFuture<Receipt> accept(Arrival arrival) {
        if (arrivals.size() >= failAfter) {
            return CompletableFuture.failedFuture(new JournalUnavailable("the disk is full"));
        }
        arrivals.add(arrival);
        if (!holding) {
            return CompletableFuture.completedFuture(receipt());
        }
        var receipt = new CompletableFuture<Receipt>();
        held.add(receipt);
        return receipt;
    }

    private Receipt receipt() {
        return new Receipt.Accepted(ids.event(), ids.run());
    }

    @Override
    public CompletableFuture<Receipt> accept(Arrival arrival, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> retry(RunId run, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<RunId> revise(RunId run, Arrival corrected, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> discard(RunId run, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> note(RunId run, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> hasten(Set<String> causes) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> hold(SourceName source, boolean held, Act act) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Void> holdDataset(String dataset, boolean held, Act act) {
        throw new UnsupportedOperationException();
    }
}
