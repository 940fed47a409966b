package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.RunSummary;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that changed, as the listeners of `/api/v1/changes` are told it.
sealed interface Change {

    /// The name of the server-sent event.
    String event();

    /// A run was accepted, ended, was put off, or was acted upon.
    ///
    /// @param what `accepted`, `ended`, `postponed` for whatever reason, or the act: `retry`, `edit`,
    ///     `discard`, `note`, `republish`
    /// @param text one sentence
    record Run(
            String id,
            String what,
            String state,
            String source,
            Optional<String> dataset,
            Optional<String> cause,
            String text,
            Instant at)
            implements Change {

        static Run accepted(RunId run, Arrival arrival) {
            return new Run(
                    run.toString(),
                    "accepted",
                    RunRow.word(RunState.WAITING),
                    arrival.source().value(),
                    Optional.empty(),
                    Optional.empty(),
                    "Received from source %s.".formatted(arrival.source()),
                    arrival.receivedAt());
        }

        static Run ended(Claim claim, Outcome outcome, Instant at) {
            return switch (outcome) {
                case Outcome.Succeeded done ->
                        of(claim, done, RunState.SUCCEEDED, Optional.empty(), done.summary(), at);
                case Outcome.Unchanged done ->
                        of(claim, done, RunState.UNCHANGED, Optional.empty(), done.summary(), at);
                case Outcome.Failed failed ->
                        of(
                                claim,
                                failed,
                                RunState.FAILED,
                                Optional.of(failed.failure().code()),
                                failed.failure().text(),
                                at);
                case Outcome.Held held ->
                        of(claim, held, RunState.WAITING, Optional.empty(), held.summary(), at);
                case Outcome.Yielded later ->
                        of(claim, later, RunState.WAITING, Optional.empty(), later.summary(), at);
                case Outcome.Later later ->
                        of(
                                claim,
                                later,
                                RunState.WAITING,
                                Optional.of(later.failure().code()),
                                "%s It is tried again at %s."
                                        .formatted(later.failure().text(), later.at()),
                                at);
            };
        }

        static Run acted(RunSummary run, Act act) {
            return new Run(
                    run.id().toString(),
                    act.kind(),
                    RunRow.word(run.state()),
                    run.source().value(),
                    run.labels().dataset(),
                    run.cause(),
                    act.text().isEmpty()
                            ? "%s did %s.".formatted(act.who(), act.kind())
                            : "%s did %s: %s".formatted(act.who(), act.kind(), act.text()),
                    act.at());
        }

        private static Run of(
                Claim claim,
                Outcome outcome,
                RunState state,
                Optional<String> cause,
                String text,
                Instant at) {
            return new Run(
                    claim.run().toString(),
                    state == RunState.WAITING ? "postponed" : "ended",
                    RunRow.word(state),
                    claim.event().source().value(),
                    outcome.labels().dataset(),
                    cause,
                    text,
                    at);
        }

        @Override
        public String event() {
            return "run";
        }
    }

    /// A broker acknowledged a notification.
    record Notification(
            String id,
            String runId,
            String dataset,
            String dataId,
            String rel,
            String text,
            Instant at)
            implements Change {

        static Notification of(RunId run, Ready ready, Instant at) {
            return new Notification(
                    ready.id(),
                    run.toString(),
                    ready.dataset(),
                    ready.dataId(),
                    ready.rel(),
                    "Published %s as %s.".formatted(ready.dataId(), ready.rel()),
                    at);
        }

        @Override
        public String event() {
            return "notification";
        }
    }

    /// A source was paused or resumed, became well or unwell.
    record Source(String name, String state, boolean healthy, String text, Instant at)
            implements Change {

        @Override
        public String event() {
            return "source";
        }
    }

    /// A dataset was paused or resumed.
    record Dataset(String name, String state, String text, Instant at) implements Change {

        static Dataset of(String name, boolean paused, Instant at) {
            return new Dataset(
                    name,
                    paused ? "paused" : "running",
                    paused
                            ? "Dataset %s was paused; its runs wait.".formatted(name)
                            : "Dataset %s goes on.".formatted(name),
                    at);
        }

        @Override
        public String event() {
            return "dataset";
        }
    }

    /// A part of the node became well or unwell.
    record Part(
            String name,
            boolean healthy,
            boolean essential,
            String text,
            Optional<String> remedy,
            Instant at)
            implements Change {

        @Override
        public String event() {
            return "part";
        }
    }

    /// How many runs were acted upon together.
    record Bulk(String what, long runs, String text, Instant at) implements Change {

        static Bulk of(Act act, long runs) {
            return new Bulk(
                    act.kind(),
                    runs,
                    "%s did %s to %d runs.".formatted(act.who(), act.kind(), runs),
                    act.at());
        }

        @Override
        public String event() {
            return "bulk";
        }
    }

    /// All that happened in a moment, counted: complete, however much of it was told one by one.
    ///
    /// @param omitted how many changes of this moment were not told one by one
    /// @param datasets those of runs that ended and notifications that went out
    record Summary(
            long accepted,
            long duplicates,
            long succeeded,
            long unchanged,
            long failed,
            long postponed,
            long published,
            long acts,
            long omitted,
            List<String> datasets,
            Instant at)
            implements Change {

        @Override
        public String event() {
            return "summary";
        }
    }
}
