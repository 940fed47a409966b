package io.github.wis2chain.engine.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds runs as a store does: those that pass a filter, newest first, a page at a time.
final class InMemoryRunSearch {

    private final List<RunSummary> passing;

    /// @param runs newest first
    InMemoryRunSearch(Stream<RunSummary> runs, RunFilter filter) {
        this.passing = runs.filter(run -> passes(run, filter)).toList();
    }

    RunArchive.Found page(Window window) {
        List<RunSummary> newer =
                passing.stream()
                        .filter(run -> run.id().value() > window.after().orElse(0))
                        .filter(run -> run.id().value() < window.before().orElse(Long.MAX_VALUE))
                        .toList();
        int size = Math.min(newer.size(), window.limit());
        List<RunSummary> runs =
                window.isForward()
                        ? newer.subList(newer.size() - size, newer.size())
                        : newer.subList(0, size);
        boolean more = newer.size() > size;
        return new RunArchive.Found(
                runs,
                more
                        ? Optional.of((window.isForward() ? runs.getFirst() : runs.getLast()).id())
                        : Optional.empty());
    }

    RunArchive.Counted count(Optional<RunId> before, int atMost) {
        long older =
                passing.stream()
                        .filter(run ->
                                before.filter(edge -> run.id().compareTo(edge) >= 0).isEmpty())
                        .count();
        return new RunArchive.Counted(Math.min(older, atMost), older > atMost);
    }

    private static boolean passes(RunSummary run, RunFilter filter) {
        return filter.takes(run) && filter.text().filter(text -> !mentions(run, text)).isEmpty();
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
}
