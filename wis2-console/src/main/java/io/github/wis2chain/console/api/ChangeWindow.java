package io.github.wis2chain.console.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    private final long[] counts = new long[Kind.values().length];
    private final List<Change> kept = new ArrayList<>();
    private final TreeSet<String> datasets = new TreeSet<>();
    private int ordinary;
    private int urgent;
    private long omitted;

    synchronized void count(Kind kind) {
        counts[kind.ordinal()]++;
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
        boolean idle = true;
        for (long count : counts) {
            idle &= count == 0;
        }
        if (idle) {
            return List.of();
        }
        List<Change> all = new ArrayList<>(kept);
        all.add(
                new Change.Summary(
                        counts[Kind.ACCEPTED.ordinal()],
                        counts[Kind.DUPLICATE.ordinal()],
                        counts[Kind.SUCCEEDED.ordinal()],
                        counts[Kind.UNCHANGED.ordinal()],
                        counts[Kind.FAILED.ordinal()],
                        counts[Kind.POSTPONED.ordinal()] + counts[Kind.HELD.ordinal()],
                        counts[Kind.PUBLISHED.ordinal()],
                        counts[Kind.ACT.ordinal()],
                        omitted,
                        List.copyOf(datasets),
                        now));
        Arrays.fill(counts, 0);
        kept.clear();
        datasets.clear();
        ordinary = 0;
        urgent = 0;
        omitted = 0;
        return all;
    }
}
