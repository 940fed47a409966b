package io.github.wis2chain.engine.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Does one thing to many runs, a batch at a time. Each run is judged by the store on its own, with
/// an entry of its own in the audit; one that is in another state by then is skipped.
///
/// It goes from the newest run to the oldest, so that it ends although new runs come in, and does
/// not meet again a run that was retried and has failed once more.
public final class BulkAct {

    /// The most runs of one call.
    public static final int LARGEST = 10_000;

    /// Runs whose writes wait for one commit: enough to share its cost, few enough that events which
    /// come in between do not wait long for theirs.
    private static final int BATCH = 100;

    /// Windows that are searched for a first run before the count says that there may be some.
    private static final int LOOKS = 10;

    private final RunArchive archive;
    private final RunStore store;

    public BulkAct(RunArchive archive, RunStore store) {
        this.archive = archive;
        this.store = store;
    }

    /// What can be done to many runs.
    public enum Kind {
        RETRY,
        DISCARD,
        NOTE
    }

    /// Which runs: these, or those that pass a filter.
    public sealed interface Selection {

        /// These runs.
        record Named(List<RunId> runs) implements Selection {
            public Named {
                runs = List.copyOf(runs);
            }
        }

        /// The runs that pass a filter.
        ///
        /// @param before only runs older than this one: where the call before ended, or the edge behind
        ///     which nothing was counted
        record Matching(RunFilter filter, Optional<RunId> before) implements Selection {}
    }

    /// What a selection finds.
    ///
    /// @param runs how many, counted no further than asked
    /// @param more there are more than were counted, or with a text there may be
    /// @param newest of all that were found, or the place that the search for it came to; later ones
    ///     were not counted
    public record Matched(long runs, boolean more, Optional<RunId> newest) {}

    /// Counts what {@link #perform} would try, and does nothing.
    ///
    /// @param atMost 1 to 999,999
    public Matched count(Selection selection, int atMost) {
        return switch (selection) {
            case Selection.Named named -> {
                List<RunId> distinct = named.runs().stream().distinct().toList();
                yield new Matched(
                        distinct.size(), false, distinct.stream().max(Comparator.naturalOrder()));
            }
            case Selection.Matching matching -> count(matching, atMost);
        };
    }

    /// Runs that come in meanwhile are newer than the one that is found first, and so not counted.
    private Matched count(Selection.Matching matching, int atMost) {
        Optional<RunId> behind = matching.before();
        for (int look = 0; look < LOOKS; look++) {
            RunArchive.Found found = page(matching.filter(), behind, 1);
            if (!found.runs().isEmpty()) {
                RunId newest = found.runs().getFirst().id();
                RunArchive.Counted counted =
                        archive.count(matching.filter(), Optional.of(behind(newest)), atMost);
                return new Matched(counted.runs(), counted.more(), Optional.of(newest));
            }
            if (found.next().isEmpty()) {
                return new Matched(0, false, Optional.empty());
            }
            behind = found.next();
        }
        return new Matched(0, true, behind);
    }

    private RunArchive.Found page(RunFilter filter, Optional<RunId> behind, int size) {
        return archive.runs(
                filter,
                behind.map(run -> Window.olderThan(run.value(), size))
                        .orElseGet(() -> Window.newest(size)));
    }

    /// The edge that this run and all older ones are before.
    public static RunId behind(RunId run) {
        return new RunId(Math.min(run.value(), Long.MAX_VALUE - 1) + 1);
    }

    /// What became of it.
    ///
    /// @param skipped runs that were left as they are, by the reason
    /// @param next the run to go on behind; empty when no run is left
    /// @param stopped why it ended before its time, if it did: what was done stays done
    public record Result(
            int done,
            Map<String, List<RunId>> skipped,
            Optional<RunId> next,
            Optional<String> stopped) {}

    /// Does it, to at most so many runs.
    ///
    /// @param limit 1 to {@link #LARGEST}
    public Result perform(Kind kind, Act act, Selection selection, int limit)
            throws InterruptedException {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException(
                    "limit [%d] must be 1 to %d".formatted(limit, LARGEST));
        }
        return switch (selection) {
            case Selection.Named named -> named(kind, act, named.runs(), limit);
            case Selection.Matching matching -> matching(kind, act, matching, limit);
        };
    }

    private Result named(Kind kind, Act act, List<RunId> runs, int limit)
            throws InterruptedException {
        if (runs.size() > limit) {
            throw new IllegalArgumentException(
                    "[%d] runs are named; at most %d can be in one call"
                            .formatted(runs.size(), limit));
        }
        var tally = new Count();
        List<RunId> distinct = runs.stream().distinct().toList();
        for (int from = 0; from < distinct.size() && tally.goesOn(); from += BATCH) {
            tally.add(kind, act, distinct.subList(from, Math.min(distinct.size(), from + BATCH)));
        }
        return tally.result(Optional.empty());
    }

    private Result matching(Kind kind, Act act, Selection.Matching matching, int limit)
            throws InterruptedException {
        var tally = new Count();
        Optional<RunId> behind = matching.before();
        int left = limit;
        int looks = 0;
        while (left > 0) {
            int size = Math.min(left, BATCH);
            RunArchive.Found found;
            try {
                found = page(matching.filter(), behind, size);
            } catch (StoreUnreadable unreadable) {
                if (left == limit) {
                    throw unreadable;
                }
                tally.stop(unreadable);
                return tally.result(behind);
            }
            tally.add(kind, act, found.runs().stream().map(RunSummary::id).toList());
            if (!tally.goesOn()) {
                return tally.result(behind);
            }
            behind = found.next();
            looks += found.runs().isEmpty() ? 1 : 0;
            if (behind.isEmpty() || looks == LOOKS) {
                break;
            }
            left -= found.runs().size();
        }
        return tally.result(behind);
    }

    private CompletableFuture<Void> begin(Kind kind, Act act, RunId run) {
        return switch (kind) {
            case RETRY -> store.retry(run, act);
            case DISCARD -> store.discard(run, act);
            case NOTE -> store.note(run, act);
        };
    }

    /// What was done so far.
    private final class Count {

        private final Map<String, List<RunId>> skipped = new LinkedHashMap<>();
        private int done;
        private Optional<String> stopped = Optional.empty();

        private void add(Kind kind, Act act, List<RunId> runs) throws InterruptedException {
            var writes = new ArrayList<CompletableFuture<Void>>();
            for (RunId run : runs) {
                writes.add(begin(kind, act, run));
            }
            for (int i = 0; i < writes.size(); i++) {
                await(runs.get(i), writes.get(i));
            }
        }

        private void await(RunId run, CompletableFuture<Void> write) throws InterruptedException {
            try {
                write.get();
                done++;
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case JournalUnavailable unavailable ->
                            stopped = Optional.of(String.valueOf(unavailable.getMessage()));
                    case IllegalStateException refused -> skip(run, refused);
                    case null, default ->
                            throw new IllegalStateException("a write to the store failed", failed);
                }
            }
        }

        /// The store's sentence, without the id, is the same for all runs that it is about.
        private void skip(RunId run, IllegalStateException refused) {
            String reason = String.valueOf(refused.getMessage()).replace(" [" + run + "]", "");
            skipped.computeIfAbsent(reason, any -> new ArrayList<>()).add(run);
        }

        private void stop(StoreUnreadable unreadable) {
            stopped = Optional.of(String.valueOf(unreadable.getMessage()));
        }

        private boolean goesOn() {
            return stopped.isEmpty();
        }

        private Result result(Optional<RunId> next) {
            return new Result(done, skipped, next, stopped);
        }
    }
}
