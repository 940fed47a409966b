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

    long count(Optional<RunId> before, int atMost) {
        return passing.stream()
                .filter(run -> before.filter(edge -> run.id().compareTo(edge) >= 0).isEmpty())
                .limit(atMost)
                .count();
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
}
