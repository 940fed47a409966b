package io.github.wis2chain.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/// One run in the hands of a runner, at noon.
final class Running {

    static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    static final Retry TWICE = new Retry(2, Duration.ofSeconds(10), Duration.ofMinutes(1));
    static final Patience PATIENCE = new Patience(TWICE, Retry.LASTING, Set.of("DOWN"));

    enum Trouble implements Cause {
        BUSY,
        DOWN,
        WRONG,
        DEFECT;

        @Override
        public String code() {
            return name();
        }

        @Override
        public String remedy() {
            return "Do something about " + name() + ".";
        }
    }

    private Running() {}

    static Pipeline failing(Failure failure) {
        return Pipeline.named("test")
                .ending(
                        "fail",
                        (_, _) -> {
                            throw new StepFailure(failure);
                        });
    }

    static Outcome run(Pipeline pipeline, Claim claim) throws InterruptedException {
        var runner =
                new Runner(
                        pipeline,
                        PATIENCE,
                        Trouble.DEFECT,
                        InstantSource.fixed(NOON),
                        (_, _) -> {});
        try (Turns.Turn turn = runner.nextTurn()) {
            return runner.work(claim, turn);
        }
    }

    static Claim again(Claim claim, History history) {
        return new Claim(claim.run(), claim.event(), history, claim.labels(), true);
    }

    static Claim fresh() {
        var event =
                new Event(
                        new EventId(1),
                        new SourceName("test"),
                        Payload.ofText("hello"),
                        new Origin("test", "here", Map.of()),
                        NOON);
        return new Claim(new RunId(1), event, History.EMPTY, Labels.NONE, false);
    }
}
