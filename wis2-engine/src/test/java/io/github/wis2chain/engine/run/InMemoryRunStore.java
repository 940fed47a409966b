package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Events and runs in memory, for tests: store and archive in one, with a disk that can be made to
/// fail and commits that can be held back.
public class InMemoryRunStore implements RunStore, RunArchive {

    private final InstantSource clock;
    private final Ids ids;
    private final Map<EventId, Event> events = new LinkedHashMap<>();
    private final TreeMap<RunId, InMemoryRun> runs = new TreeMap<>();
    private final Set<SourceName> held = new HashSet<>();
    private final Set<String> heldDatasets = new HashSet<>();
    private final List<EventId> duplicates = new ArrayList<>();
    private final List<Act> sourceActs = new ArrayList<>();
    private final InMemoryAudit audit;
    private final InMemoryDisk disk = new InMemoryDisk();

    public InMemoryRunStore(InstantSource clock) {
        this.clock = clock;
        this.ids = new Ids(clock, 0);
        this.audit = new InMemoryAudit(ids);
    }

    /// Fails every write from now on.
    public void failWith(String reason) {
        disk.failWith(reason);
    }

    /// Lets writes succeed again.
    public void recover() {
        disk.recover();
    }

    /// Completes no write until {@link #commit()}.
    public void holdCommits() {
        disk.hold();
    }

    /// Completes the writes held back, and every later one at once.
    public void commit() {
        disk.commit();
    }

    /// How many writes wait for {@link #commit()}.
    public int uncommitted() {
        return disk.uncommitted();
    }

    /// What people did to sources, oldest first.
    public synchronized List<Act> sourceActs() {
        return List.copyOf(sourceActs);
    }

    @Override
    public CompletableFuture<Receipt> accept(Arrival arrival) {
        return write(() -> {
            Optional<InMemoryRun> known =
                    arrival.redelivered() ? journalled(arrival) : Optional.empty();
            if (known.isPresent()) {
                duplicates.add(known.get().event().id());
                return new Receipt.Duplicate(known.get().event().id(), known.get().id());
            }
            InMemoryRun run = begin(arrival, Optional.empty());
            return new Receipt.Accepted(run.event().id(), run.id());
        });
    }

    @Override
    public CompletableFuture<Receipt> accept(Arrival arrival, Act act) {
        return write(() -> {
            InMemoryRun run = begin(arrival, Optional.empty());
            run.remember(act);
            audit.ofRun(run.id(), act);
            return new Receipt.Accepted(run.event().id(), run.id());
        });
    }

    @Override
    public CompletableFuture<Void> retry(RunId id, Act act) {
        return change(id, act, run -> run.retry(clock.instant()));
    }

    @Override
    public CompletableFuture<RunId> revise(RunId id, Arrival corrected, Act act) {
        return write(() -> {
            InMemoryRun old = existing(id);
            InMemoryRun run = begin(corrected, Optional.of(id));
            old.replacedBy(run.id(), act, clock.instant());
            audit.ofRun(id, act);
            return run.id();
        });
    }

    @Override
    public CompletableFuture<Void> discard(RunId id, Act act) {
        return change(id, act, run -> run.discard(act.text(), clock.instant()));
    }

    @Override
    public CompletableFuture<Void> note(RunId id, Act act) {
        return change(id, act, run -> {});
    }

    @Override
    public CompletableFuture<Void> hasten(Set<String> causes) {
        return write(() -> {
            runs.values().stream()
                    .filter(run -> run.summary().cause().filter(causes::contains).isPresent())
                    .forEach(run -> run.hasten(clock.instant()));
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> hold(SourceName source, boolean hold, Act act) {
        return write(() -> {
            sourceActs.add(act);
            audit.ofSource(source, act);
            if (hold) {
                held.add(source);
            } else {
                held.remove(source);
                runs.values().stream()
                        .filter(run -> run.event().source().equals(source))
                        .forEach(run -> run.letGo(clock.instant()));
            }
            return null;
        });
    }

    @Override
    public CompletableFuture<Void> holdDataset(String dataset, boolean hold, Act act) {
        return write(() -> {
            audit.ofDataset(dataset, act);
            if (hold) {
                heldDatasets.add(dataset);
            } else {
                heldDatasets.remove(dataset);
                runs.values().stream()
                        .filter(run ->
                                run.summary().labels().dataset().equals(Optional.of(dataset)))
                        .forEach(run -> run.letGo(clock.instant()));
            }
            return null;
        });
    }

    @Override
    public synchronized Optional<RunDetail> run(RunId id) {
        return Optional.ofNullable(runs.get(id)).map(InMemoryRun::detail);
    }

    @Override
    public synchronized Found runs(RunFilter filter, Window window) {
        return search(filter).page(window);
    }

    @Override
    public synchronized Counted count(RunFilter filter, Optional<RunId> before, int atMost) {
        return search(filter).count(before, atMost);
    }

    @Override
    public synchronized List<CauseGroup> causes() {
        return tally().causes();
    }

    @Override
    public synchronized Optional<Event> event(EventId id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public synchronized Map<RunState, Long> counts() {
        return tally().counts();
    }

    @Override
    public synchronized Optional<Instant> oldestInProgress() {
        return runs.values().stream()
                .filter(run -> !run.summary().state().isEnded())
                .map(run -> run.event().receivedAt())
                .min(Comparator.naturalOrder());
    }

    @Override
    public synchronized List<LedgerDay> ledger(LocalDate from, LocalDate to) {
        return tally().ledger(from, to);
    }

    @Override
    public synchronized List<AuditEntry> audit(AuditFilter filter, Window window) {
        return audit.page(filter, window);
    }

    @Override
    public synchronized Set<SourceName> held() {
        return Set.copyOf(held);
    }

    @Override
    public synchronized Set<String> heldDatasets() {
        return Set.copyOf(heldDatasets);
    }

    /// Takes every run that is due, oldest first: as the queue does.
    synchronized List<Claim> claim() {
        return runs.values().stream()
                .filter(run -> run.isDue(clock.instant()))
                .map(run -> run.claim(heldDatasets))
                .toList();
    }

    synchronized void end(RunId id, Outcome outcome) {
        existing(id).end(outcome, heldDatasets, clock.instant());
    }

    private InMemoryRun begin(Arrival arrival, Optional<RunId> parent) {
        var event =
                new Event(
                        ids.event(),
                        arrival.source(),
                        arrival.payload(),
                        arrival.origin(),
                        arrival.receivedAt());
        var run = new InMemoryRun(ids.run(), event, parent, held.contains(arrival.source()));
        events.put(event.id(), event);
        runs.put(run.id(), run);
        return run;
    }

    private Optional<InMemoryRun> journalled(Arrival arrival) {
        return runs.values().stream()
                .filter(run -> run.event().source().equals(arrival.source()))
                .filter(run -> run.event().payload().equals(arrival.payload()))
                .findFirst();
    }

    private InMemoryRunSearch search(RunFilter filter) {
        return new InMemoryRunSearch(
                runs.descendingMap().values().stream().map(InMemoryRun::summary), filter);
    }

    private InMemoryRunTally tally() {
        return new InMemoryRunTally(runs.descendingMap().values(), duplicates);
    }

    private InMemoryRun existing(RunId id) {
        InMemoryRun run = runs.get(id);
        if (run == null) {
            throw new IllegalStateException("there is no run [%s]".formatted(id));
        }
        return run;
    }

    private CompletableFuture<Void> change(RunId id, Act act, Consumer<InMemoryRun> how) {
        return write(() -> {
            InMemoryRun run = existing(id);
            how.accept(run);
            run.remember(act);
            audit.ofRun(id, act);
            return null;
        });
    }

    private synchronized <T> CompletableFuture<T> write(Supplier<T> change) {
        return disk.write(change);
    }
}
