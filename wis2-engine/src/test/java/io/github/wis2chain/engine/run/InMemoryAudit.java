package io.github.wis2chain.engine.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people did, oldest first.
final class InMemoryAudit {

    private final Ids ids;
    private final List<AuditEntry> entries = new ArrayList<>();

    InMemoryAudit(Ids ids) {
        this.ids = ids;
    }

    void ofRun(RunId run, Act act) {
        add(Optional.of(run), Optional.empty(), Optional.empty(), act);
    }

    void ofSource(SourceName source, Act act) {
        add(Optional.empty(), Optional.of(source), Optional.empty(), act);
    }

    void ofDataset(String dataset, Act act) {
        add(Optional.empty(), Optional.empty(), Optional.of(dataset), act);
    }

    /// A page of what passes, newest first.
    List<AuditEntry> page(AuditFilter filter, Window window) {
        List<AuditEntry> passing =
                entries.stream()
                        .filter(entry -> passes(entry, filter))
                        .filter(entry -> entry.number() < window.before().orElse(Long.MAX_VALUE))
                        .filter(entry -> entry.number() > window.after().orElse(0))
                        .toList();
        int size = Math.min(passing.size(), window.limit());
        return window.isForward()
                ? passing.subList(0, size).reversed()
                : passing.reversed().subList(0, size);
    }

    private void add(
            Optional<RunId> run, Optional<SourceName> source, Optional<String> dataset, Act act) {
        entries.add(new AuditEntry(ids.number(), run, source, dataset, Optional.empty(), act));
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
}
