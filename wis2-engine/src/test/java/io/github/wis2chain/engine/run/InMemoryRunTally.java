package io.github.wis2chain.engine.run;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Counts runs as a store does: by state, by cause and by day.
final class InMemoryRunTally {

    /// Newest first.
    private final Collection<InMemoryRun> runs;

    private final List<EventId> duplicates;

    /// @param runs newest first
    /// @param duplicates the events that were sent again, once for every time
    InMemoryRunTally(Collection<InMemoryRun> runs, List<EventId> duplicates) {
        this.runs = runs;
        this.duplicates = duplicates;
    }

    Map<RunState, Long> counts() {
        var counts = new EnumMap<RunState, Long>(RunState.class);
        for (RunState state : RunState.values()) {
            counts.put(state, 0L);
        }
        runs.forEach(run -> counts.merge(run.summary().state(), 1L, Long::sum));
        return counts;
    }

    List<CauseGroup> causes() {
        var groups = new LinkedHashMap<CauseGroup.Key, List<InMemoryRun>>();
        for (InMemoryRun run : runs) {
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

    List<LedgerDay> ledger(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .sorted(Comparator.reverseOrder())
                .flatMap(day -> rows(day).stream().map(row -> new LedgerDay(day, row)))
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

    private List<LedgerRow> rows(LocalDate day) {
        var byDataset = new TreeMap<String, List<InMemoryRun>>();
        for (InMemoryRun run : runs) {
            if (run.event().receivedAt().atZone(ZoneOffset.UTC).toLocalDate().equals(day)) {
                String dataset = run.summary().labels().dataset().orElse("");
                byDataset.computeIfAbsent(dataset, any -> new ArrayList<>()).add(run);
            }
        }
        return byDataset.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue()))
                .toList();
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
