package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;

import java.time.Duration;

/// Waits for the end of runs by asking for them, more and more slowly.
final class RunWatch {

    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final ApiClient api;
    private final long deadline;

    /// @param patience for all runs together
    RunWatch(ApiClient api, Duration patience) {
        this.api = api;
        this.deadline = System.nanoTime() + patience.toNanos();
    }

    /// The run when it has ended, or as it is when patience is at its end.
    JsonNode ended(String run) {
        Duration pause = FIRST;
        while (true) {
            JsonNode now = api.get("/api/v1/runs/" + run);
            if (Answers.hasEnded(now) || System.nanoTime() - deadline > 0) {
                return now;
            }
            sleep(pause);
            pause = pause.multipliedBy(3).dividedBy(2);
            pause = pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
        }
    }

    /// What an exit code says of a run that was waited for.
    static int exitCode(JsonNode run) {
        if (!Answers.hasEnded(run)) {
            return ExitCode.UNDECIDED;
        }
        return Answers.isGood(run) ? ExitCode.DONE : ExitCode.NOT_CONFORMING;
    }

    static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNDECIDED, "interrupted", interrupted);
        }
    }
}
