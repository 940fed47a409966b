package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunStore;
import io.github.wis2chain.engine.run.SourceName;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Takes events and operators' acts, and hands them to the journal.
final class SqlRunStore implements RunStore {

    private final Journal journal;
    private final Press press;
    private final DiskGuard disk;
    private final ActEntries acts;

    SqlRunStore(Journal journal, Press press, DiskGuard disk, ActEntries acts) {
        this.journal = journal;
        this.press = press;
        this.disk = disk;
        this.acts = acts;
    }

    @Override
    public CompletableFuture<Receipt> accept(Arrival arrival) {
        return onDisk(() -> new WriteEvent(arrival, press));
    }

    @Override
    public CompletableFuture<Receipt> accept(Arrival arrival, Act act) {
        return onDisk(() -> {
            var event = new WriteEvent(arrival, press);
            return new WriteAct<>(commit -> acts.submit(event, act, commit));
        });
    }

    private CompletableFuture<Receipt> onDisk(Supplier<Write<Receipt>> write) {
        Optional<String> objection = disk.objection();
        return objection.isPresent()
                ? CompletableFuture.failedFuture(new JournalUnavailable(objection.get()))
                : journal.write(write.get());
    }

    @Override
    public CompletableFuture<Void> retry(RunId run, Act act) {
        return perform(commit -> acts.retry(run, act, commit));
    }

    @Override
    public CompletableFuture<RunId> revise(RunId run, Arrival corrected, Act act) {
        var event = new WriteEvent(corrected, press);
        return journal.write(new WriteAct<>(commit -> acts.revise(run, event, act, commit)));
    }

    @Override
    public CompletableFuture<Void> discard(RunId run, Act act) {
        return perform(commit -> acts.discard(run, act, commit));
    }

    @Override
    public CompletableFuture<Void> note(RunId run, Act act) {
        return perform(commit -> acts.note(run, act, commit));
    }

    @Override
    public CompletableFuture<Void> hasten(Set<String> causes) {
        return perform(commit -> acts.hasten(causes, commit));
    }

    @Override
    public CompletableFuture<Void> hold(SourceName source, boolean held, Act act) {
        return perform(commit -> acts.hold(source, held, act, commit));
    }

    @Override
    public CompletableFuture<Void> holdDataset(String dataset, boolean held, Act act) {
        return perform(commit -> acts.holdDataset(dataset, held, act, commit));
    }

    private CompletableFuture<Void> perform(WriteAct.Deed<Boolean> deed) {
        return journal.write(new WriteAct<>(deed)).thenAccept(done -> {});
    }
}
