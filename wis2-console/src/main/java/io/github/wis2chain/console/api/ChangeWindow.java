package io.github.wis2chain.console.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;

/// Gathers what changes between two moments: everything is counted, and a bounded part of it kept
/// to be told one by one, so that a browser survives thousands of events a second. What needs an
/// operator is kept before what does not.
final class ChangeWindow {

    /// What is counted.
    enum Kind {
        ACCEPTED,
        DUPLICATE,
        SUCCEEDED,
        UNCHANGED,
        FAILED,
        HELD,
        POSTPONED,
        PUBLISHED,
        ACT;

        private boolean isUrgent() {
            return switch (this) {
                case ACCEPTED, DUPLICATE, SUCCEEDED, UNCHANGED, HELD, PUBLISHED -> false;
                case FAILED, POSTPONED, ACT -> true;
            };
        }
    }

    private static final int MOST_ORDINARY = 20;
    private static final int MOST_URGENT = 20;
    private static final int MOST_DATASETS = 100;

    private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    private final List<Change> kept = new ArrayList<>();
    private final TreeSet<String> datasets = new TreeSet<>();
    private int ordinary;
    private int urgent;
    private long omitted;

    synchronized void count(Kind kind) {
        counts.merge(kind, 1L, Long::sum);
    }

    /// Counts a change, and keeps it if there is room.
    synchronized void add(Kind kind, Optional<String> dataset, Supplier<Change> change) {
        count(kind);
        if (dataset.isPresent() && datasets.size() < MOST_DATASETS) {
            datasets.add(dataset.get());
        }
        if (kind.isUrgent() && urgent < MOST_URGENT) {
            urgent++;
            kept.add(change.get());
        } else if (!kind.isUrgent() && ordinary < MOST_ORDINARY) {
            ordinary++;
            kept.add(change.get());
        } else {
            omitted++;
        }
    }

    /// What there is to tell, the summary last; begins anew. Empty if nothing happened.
    synchronized List<Change> take(Instant now) {
        if (counts.isEmpty()) {
            return List.of();
        }
        List<Change> all = new ArrayList<>(kept);
        all.add(
                new Change.Summary(
                        counted(Kind.ACCEPTED),
                        counted(Kind.DUPLICATE),
                        counted(Kind.SUCCEEDED),
                        counted(Kind.UNCHANGED),
                        counted(Kind.FAILED),
                        counted(Kind.POSTPONED) + counted(Kind.HELD),
                        counted(Kind.PUBLISHED),
                        counted(Kind.ACT),
                        omitted,
                        List.copyOf(datasets),
                        now));
        counts.clear();
        kept.clear();
        datasets.clear();
        ordinary = 0;
        urgent = 0;
        omitted = 0;
        return all;
    }

    private long counted(Kind kind) {
        return counts.getOrDefault(kind, 0L);
    }
}
