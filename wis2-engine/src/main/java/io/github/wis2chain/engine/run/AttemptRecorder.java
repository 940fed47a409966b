package io.github.wis2chain.engine.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Writes down what the steps of one attempt do and say. Confined to the attempt's thread.
final class AttemptRecorder implements StepContext {

    /// More remarks of one step than this help nobody; the last one says how many were left out.
    private static final int REMARKS = 100;

    private final Claim claim;
    private final Turns.Turn turn;
    private final LogFields fields;
    private final InstantSource clock;
    private final int attempt;
    private final List<StepRecord> steps = new ArrayList<>();

    private Labels labels;
    private String step = "";
    private Instant startedAt = Instant.EPOCH;
    private long startedNanos;
    private List<Remark> remarks = new ArrayList<>();
    private int leftOut;

    AttemptRecorder(Claim claim, Turns.Turn turn, LogFields fields, InstantSource clock) {
        this.claim = claim;
        this.turn = turn;
        this.fields = fields;
        this.clock = clock;
        this.attempt = claim.history().nextAttempt();
        this.labels = claim.labels();
    }

    void begin(String name) {
        step = name;
        fields.step(name);
        startedAt = clock.instant();
        startedNanos = System.nanoTime();
        remarks = new ArrayList<>();
        leftOut = 0;
    }

    void end(Optional<Failure> failure) {
        if (leftOut > 0) {
            remarks.add(
                    new Remark(
                            Remark.Level.INFO,
                            step,
                            "",
                            "%d more remarks were left out.".formatted(leftOut),
                            Optional.empty()));
        }
        var took = Duration.ofNanos(System.nanoTime() - startedNanos);
        steps.add(new StepRecord(step, attempt, startedAt, took, failure, remarks));
    }

    String step() {
        return step;
    }

    List<StepRecord> steps() {
        return steps;
    }

    @Override
    public RunId run() {
        return claim.run();
    }

    @Override
    public Event event() {
        return claim.event();
    }

    @Override
    public void remark(Remark remark) {
        if (remarks.size() < REMARKS) {
            remarks.add(remark);
        } else {
            leftOut++;
        }
    }

    @Override
    public void label(Labels about) {
        labels = about;
        fields.dataset(about.dataset());
    }

    @Override
    public Labels labels() {
        return labels;
    }

    @Override
    public void inOrderOf(Set<String> things) throws InterruptedException {
        turn.concerns(things);
    }
}
