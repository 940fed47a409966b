package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunSummary;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Says what is so with a run, and what to do.
public final class Explanation {

    private Explanation() {}

    public static String of(RunDetail detail) {
        RunSummary run = detail.summary();
        return switch (run.state()) {
            case WAITING -> waiting(detail);
            case RUNNING -> "It is being worked on. Nothing is to be done.";
            case SUCCEEDED, UNCHANGED -> run.summary();
            case FAILED ->
                    detail.failure()
                            .map(failure ->
                                    "Step %s failed (%s): %s %s"
                                            .formatted(
                                                    run.step().orElse("?"),
                                                    failure.code(),
                                                    failure.text(),
                                                    failure.remedy()))
                            .orElse(run.summary());
            case DISCARDED -> discarded(detail);
        };
    }

    private static String waiting(RunDetail detail) {
        RunSummary run = detail.summary();
        Instant due = run.dueAt().orElse(null);
        if (due == null) {
            return held(run);
        }
        return detail.failure()
                .map(failure ->
                        "Step %s failed for the moment (%s): %s It is tried again by itself at %s. %s"
                                .formatted(
                                        run.step().orElse("?"),
                                        failure.code(),
                                        failure.text(),
                                        due.truncatedTo(ChronoUnit.SECONDS),
                                        failure.remedy()))
                .orElse("It waits for its turn. Nothing is to be done.");
    }

    /// Of what dataset it is, is known of those alone that were begun: these wait for their dataset.
    private static String held(RunSummary run) {
        Optional<String> dataset = run.labels().dataset();
        String what = dataset.isPresent() ? "dataset" : "source";
        return "It is held, because its %s %s is paused. Resume the %s to let it go."
                .formatted(what, dataset.orElse(run.source().value()), what);
    }

    private static String discarded(RunDetail detail) {
        if (!detail.children().isEmpty()) {
            return "It was corrected: run %s has its place.".formatted(detail.children().getLast());
        }
        return detail.acts().reversed().stream()
                .filter(act -> act.kind().equals(Actions.DISCARD))
                .findFirst()
                .map(Explanation::givenUp)
                .orElse(detail.summary().summary());
    }

    private static String givenUp(Act act) {
        return "%s discarded it: %s".formatted(act.who(), act.text());
    }
}
