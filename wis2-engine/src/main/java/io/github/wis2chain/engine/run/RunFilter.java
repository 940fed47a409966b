package io.github.wis2chain.engine.run;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which runs to list; empty parts do not restrict.
///
/// @param dataset a name, or {@link #NONE} for runs that no dataset was found for
/// @param step the step that failed
/// @param culprit what is at fault, see {@link Failure#culprit()}, or {@link #NONE}
/// @param text the whole of a data_id, an event's name, the id of a run, of an event or of a
///     notification, or the last segment of a data_id (a file name)
public record RunFilter(
        Set<RunState> states,
        Optional<String> dataset,
        Optional<SourceName> source,
        Optional<String> step,
        Optional<String> cause,
        Optional<String> culprit,
        Optional<String> text,
        Optional<Instant> since,
        Optional<Instant> until) {

    /// Stands for the absence of a dataset or a culprit.
    public static final String NONE = "";

    public static final RunFilter ALL =
            new RunFilter(
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    public RunFilter {
        states = Set.copyOf(states);
    }

    /// Restricts nothing, so that it takes every run.
    public boolean isAll() {
        return equals(ALL);
    }

    /// Whether the run passes all but the text, which other things than a run have as well.
    public boolean takes(RunSummary run) {
        return (states.isEmpty() || states.contains(run.state()))
                && isAsked(dataset, run.labels().dataset())
                && source.filter(name -> !name.equals(run.source())).isEmpty()
                && (step.isEmpty() || step.equals(run.step()))
                && (cause.isEmpty() || cause.equals(run.cause()))
                && isAsked(culprit, run.culprit())
                && (since.isEmpty() || millis(run.receivedAt()) >= millis(since.get()))
                && (until.isEmpty() || millis(run.receivedAt()) < millis(until.get()));
    }

    /// Stores keep no finer time.
    private static long millis(Instant instant) {
        return instant.toEpochMilli();
    }

    private static boolean isAsked(Optional<String> asked, Optional<String> found) {
        return asked.filter(name -> !name.equals(found.orElse(NONE))).isEmpty();
    }

    public RunFilter withStates(RunState... any) {
        return new RunFilter(
                Set.of(any), dataset, source, step, cause, culprit, text, since, until);
    }

    public RunFilter withDataset(String name) {
        return new RunFilter(
                states, Optional.of(name), source, step, cause, culprit, text, since, until);
    }

    public RunFilter withSource(SourceName name) {
        return new RunFilter(
                states, dataset, Optional.of(name), step, cause, culprit, text, since, until);
    }

    public RunFilter withCause(String code) {
        return new RunFilter(
                states, dataset, source, step, Optional.of(code), culprit, text, since, until);
    }

    public RunFilter withCulprit(String name) {
        return new RunFilter(
                states, dataset, source, step, cause, Optional.of(name), text, since, until);
    }

    public RunFilter withStep(String name) {
        return new RunFilter(
                states, dataset, source, Optional.of(name), cause, culprit, text, since, until);
    }

    public RunFilter withText(String words) {
        return new RunFilter(
                states, dataset, source, step, cause, culprit, Optional.of(words), since, until);
    }

    public RunFilter since(Instant instant) {
        return new RunFilter(
                states, dataset, source, step, cause, culprit, text, Optional.of(instant), until);
    }

    public RunFilter until(Instant instant) {
        return new RunFilter(
                states, dataset, source, step, cause, culprit, text, since, Optional.of(instant));
    }
}
