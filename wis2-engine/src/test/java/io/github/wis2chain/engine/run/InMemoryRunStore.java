package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
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
    private final List<AuditEntry> audit = new ArrayList<>();
    private final List<Runnable> uncommitted = new ArrayList<>();
    private Optional<String> outage = Optional.empty();
    private boolean holdingCommits;

    public InMemoryRunStore(InstantSource clock) {
        this.clock = clock;
        this.ids = new Ids(clock, 0);
    }

    /// Fails every write from now on.
    public synchronized void failWith(String reason) {
        outage = Optional.of(reason);
    }

    /// Lets writes succeed again.
    public synchronized void recover() {
        outage = Optional.empty();
    }

    /// Completes no write until {@link #commit()}.
    public synchronized void holdCommits() {
        holdingCommits = true;
    }

    /// Completes the writes held back, and every later one at once.
    public void commit() {
        List<Runnable> completions;
        synchronized (this) {
            holdingCommits = false;
            completions = List.copyOf(uncommitted);
            uncommitted.clear();
        }
        completions.forEach(Runnable::run);
    }

    /// How many writes wait for {@link #commit()}.
    public synchronized int uncommitted() {
        return uncommitted.size();
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
    public CompletableFuture<Void> retry(RunId id, Act act) {
        return change(id, act, run -> run.retry(clock.instant()));
    }

    @Override
    public CompletableFuture<RunId> revise(RunId id, Arrival corrected, Act act) {
        return write(() -> {
            InMemoryRun old = existing(id);
            InMemoryRun run = begin(corrected, Optional.of(id));
            old.replacedBy(run.id(), act, clock.instant());
            remember(Optional.of(id), Optional.empty(), act);
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
            remember(Optional.empty(), Optional.of(source), act);
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
            audit.add(
                    new AuditEntry(
                            ids.number(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(dataset),
                            Optional.empty(),
                            act));
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
        List<RunSummary> all = passing(filter);
        List<RunSummary> newer =
                all.stream()
                        .filter(run -> run.id().value() > window.after().orElse(0))
                        .filter(run -> run.id().value() < window.before().orElse(Long.MAX_VALUE))
                        .toList();
        int size = Math.min(newer.size(), window.limit());
        List<RunSummary> runs =
                window.isForward()
                        ? newer.subList(newer.size() - size, newer.size())
                        : newer.subList(0, size);
        boolean more = newer.size() > size;
        return new Found(
                runs,
                more
                        ? Optional.of((window.isForward() ? runs.getFirst() : runs.getLast()).id())
                        : Optional.empty());
    }

    @Override
    public synchronized long count(RunFilter filter, Optional<RunId> before, int atMost) {
        return passing(filter).stream()
                .filter(run -> before.filter(edge -> run.id().compareTo(edge) >= 0).isEmpty())
                .limit(atMost)
                .count();
    }

    @Override
    public synchronized List<CauseGroup> causes() {
        var groups = new LinkedHashMap<CauseGroup.Key, List<InMemoryRun>>();
        for (InMemoryRun run : runs.descendingMap().values()) {
            RunSummary summary = run.summary();
            if (summary.cause().isPresent()) {
                var key =
                        new CauseGroup.Key(
                                summary.labels().dataset(),
                                summary.source(),
                                summary.step().orElseThrow(),
                                summary.cause().get(),
                                summary.culprit());
                groups.computeIfAbsent(key, any -> new ArrayList<>()).add(run);
            }
        }
        return groups.entrySet().stream()
                .map(group -> group(group.getKey(), group.getValue()))
                .sorted(Comparator.comparingLong(CauseGroup::failed).reversed())
                .toList();
    }

    private static CauseGroup group(CauseGroup.Key key, List<InMemoryRun> runs) {
        long failed = count(runs, RunState.FAILED);
        InMemoryRun sample =
                runs.stream()
                        .filter(run -> run.summary().state() == RunState.FAILED)
                        .findFirst()
                        .orElseGet(runs::getFirst);
        return new CauseGroup(
                key,
                failed,
                runs.size() - failed,
                Ids.madeAt(runs.getLast().id().value()),
                runs.stream()
                        .map(run -> run.summary().updatedAt())
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                sample.summary(),
                sample.detail().failure().orElseThrow().remedy());
    }

    private List<RunSummary> passing(RunFilter filter) {
        return runs.descendingMap().values().stream()
                .map(InMemoryRun::summary)
                .filter(run -> passes(run, filter))
                .toList();
    }

    @Override
    public synchronized Optional<Event> event(EventId id) {
        return Optional.ofNullable(events.get(id));
    }

    @Override
    public synchronized Map<RunState, Long> counts() {
        var counts = new EnumMap<RunState, Long>(RunState.class);
        for (RunState state : RunState.values()) {
            counts.put(state, 0L);
        }
        runs.values().forEach(run -> counts.merge(run.summary().state(), 1L, Long::sum));
        return counts;
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
        return from.datesUntil(to.plusDays(1))
                .sorted(Comparator.reverseOrder())
                .flatMap(day -> rows(day).stream().map(row -> new LedgerDay(day, row)))
                .toList();
    }

    private List<LedgerRow> rows(LocalDate day) {
        var byDataset = new TreeMap<String, List<InMemoryRun>>();
        for (InMemoryRun run : runs.values()) {
            if (run.event().receivedAt().atZone(ZoneOffset.UTC).toLocalDate().equals(day)) {
                String dataset = run.summary().labels().dataset().orElse("");
                byDataset.computeIfAbsent(dataset, any -> new ArrayList<>()).add(run);
            }
        }
        return byDataset.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
    }

    @Override
    public synchronized List<AuditEntry> audit(AuditFilter filter, Window window) {
        var entries = new ArrayList<AuditEntry>();
        for (AuditEntry entry : audit) {
            if (passes(entry, filter)
                    && entry.number() < window.before().orElse(Long.MAX_VALUE)
                    && entry.number() > window.after().orElse(0)) {
                entries.add(entry);
            }
        }
        int size = Math.min(entries.size(), window.limit());
        return window.isForward()
                ? entries.subList(0, size).reversed()
                : entries.reversed().subList(0, size);
    }

    private static boolean passes(AuditEntry entry, AuditFilter filter) {
        Act act = entry.act();
        return filter.who().filter(who -> !who.equals(act.who())).isEmpty()
                && filter.kind().filter(kind -> !kind.equals(act.kind())).isEmpty()
                && (filter.run().isEmpty() || filter.run().equals(entry.run()))
                && (filter.source().isEmpty() || filter.source().equals(entry.source()))
                && (filter.dataset().isEmpty() || filter.dataset().equals(entry.dataset()))
                && (filter.subject().isEmpty() || filter.subject().equals(entry.subject()))
                && filter.since().filter(act.at()::isBefore).isEmpty()
                && filter.until().filter(until -> !act.at().isBefore(until)).isEmpty();
    }

    private void remember(Optional<RunId> run, Optional<SourceName> source, Act act) {
        audit.add(
                new AuditEntry(ids.number(), run, source, Optional.empty(), Optional.empty(), act));
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
            remember(Optional.of(id), Optional.empty(), act);
            return null;
        });
    }

    private synchronized <T> CompletableFuture<T> write(Supplier<T> change) {
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

    private static boolean passes(RunSummary run, RunFilter filter) {
        return (filter.states().isEmpty() || filter.states().contains(run.state()))
                && isAsked(filter.dataset(), run.labels().dataset())
                && filter.source().filter(name -> !name.equals(run.source())).isEmpty()
                && isAsked(filter.step(), run.step())
                && isAsked(filter.cause(), run.cause())
                && isAsked(filter.culprit(), run.culprit())
                && filter.text().filter(text -> !mentions(run, text)).isEmpty()
                && filter.since().filter(run.receivedAt()::isBefore).isEmpty()
                && filter.until().filter(until -> !run.receivedAt().isBefore(until)).isEmpty();
    }

    private static boolean isAsked(Optional<String> asked, Optional<String> found) {
        return asked.filter(name -> !name.equals(found.orElse(RunFilter.NONE))).isEmpty();
    }

    private static boolean mentions(RunSummary run, String text) {
        Labels labels = run.labels();
        return run.id().toString().equals(text)
                || run.event().toString().equals(text)
                || labels.eventName().filter(text::equals).isPresent()
                || labels.dataId()
                        .filter(id -> id.equals(text) || id.endsWith("/" + text))
                        .isPresent();
    }

    private LedgerRow row(String dataset, List<InMemoryRun> itsRuns) {
        long again =
                duplicates.stream()
                        .filter(id -> itsRuns.stream().anyMatch(run -> run.event().id().equals(id)))
                        .count();
        return new LedgerRow(
                Optional.of(dataset).filter(name -> !name.isEmpty()),
                itsRuns.size() + again,
                count(itsRuns, RunState.SUCCEEDED),
                count(itsRuns, RunState.UNCHANGED),
                count(itsRuns, RunState.FAILED),
                count(itsRuns, RunState.DISCARDED),
                count(itsRuns, RunState.WAITING) + count(itsRuns, RunState.RUNNING),
                again);
    }

    private static long count(List<InMemoryRun> runs, RunState state) {
        return runs.stream().filter(run -> run.summary().state() == state).count();
    }
}
