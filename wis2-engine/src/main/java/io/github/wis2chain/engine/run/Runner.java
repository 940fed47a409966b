package io.github.wis2chain.engine.run;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Takes claimed runs through the pipeline, and decides what follows from a failure.
///
/// A run that is taken up again goes on behind the last step whose result was kept; the steps
/// before that are repeated, which each of them allows. A temporary failure is tried again after a
/// growing wait until the limit of {@link Patience}, a permanent one waits for an operator at once.
public final class Runner implements Worker {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);

    private final Pipeline pipeline;
    private final Patience patience;
    private final Cause unexpected;
    private final InstantSource clock;
    private final RunListener listener;
    private final Turns turns;

    /// Prepares the work; the queue starts it.
    ///
    /// @param unexpected the cause given to what no step has foreseen
    public Runner(
            Pipeline pipeline,
            Patience patience,
            Cause unexpected,
            InstantSource clock,
            RunListener listener) {
        this(pipeline, patience, unexpected, clock, listener, new Turns());
    }

    /// The same in turns that others take part in.
    public Runner(
            Pipeline pipeline,
            Patience patience,
            Cause unexpected,
            InstantSource clock,
            RunListener listener,
            Turns turns) {
        this.pipeline = pipeline;
        this.patience = patience;
        this.unexpected = unexpected;
        this.clock = clock;
        this.listener = listener;
        this.turns = turns;
    }

    @Override
    public Turns.Turn nextTurn() {
        return turns.take();
    }

    @Override
    public Outcome work(Claim claim, Turns.Turn turn) throws InterruptedException {
        try (LogFields fields = LogFields.of(claim)) {
            return work(claim, turn, fields);
        }
    }

    private Outcome work(Claim claim, Turns.Turn turn, LogFields fields)
            throws InterruptedException {
        var attempt = new AttemptRecorder(claim, turn, fields, clock);
        Outcome outcome;
        turn.begin();
        try {
            outcome =
                    stepByStep(claim, attempt)
                            .map(ending -> ended(ending, claim, attempt))
                            .orElseGet(() -> held(claim, attempt));
        } catch (StepBusy busy) {
            outcome = yielded(busy, claim, attempt);
        } catch (StepFailure failure) {
            outcome = after(failure.failure(), claim, attempt);
        } finally {
            turn.end();
        }
        report(claim, outcome);
        return outcome;
    }

    private static Outcome ended(Ending ending, Claim claim, AttemptRecorder attempt) {
        History history = claim.history().and(attempt.steps(), 0);
        return ending.changed()
                ? new Outcome.Succeeded(ending.summary(), history, attempt.labels())
                : new Outcome.Unchanged(ending.summary(), history, attempt.labels());
    }

    private static Outcome held(Claim claim, AttemptRecorder attempt) {
        return new Outcome.Held(
                attempt.labels().dataset().orElseThrow(), claim.history(), attempt.labels());
    }

    private Outcome yielded(StepBusy busy, Claim claim, AttemptRecorder attempt) {
        return new Outcome.Yielded(
                clock.instant().plus(busy.comeBackAfter()),
                busy.text() + " This run waits for its turn.",
                claim.history(),
                attempt.labels());
    }

    private static boolean isHeld(Claim claim, AttemptRecorder attempt) {
        return attempt.labels().dataset().filter(claim::holds).isPresent();
    }

    /// @return nothing if the run is to be held instead
    private Optional<Ending> stepByStep(Claim claim, AttemptRecorder attempt)
            throws InterruptedException, StepBusy {
        if (isHeld(claim, attempt)) {
            return Optional.empty();
        }
        List<Pipeline.Stage> stages = pipeline.stages();
        Object result = claim.event();
        int first = 0;
        if (claim.resumed()) {
            for (int i = stages.size() - 1; i >= 0; i--) {
                Optional<Object> kept = kept(stages.get(i), attempt);
                if (kept.isPresent()) {
                    result = kept.get();
                    first = i + 1;
                    break;
                }
            }
        }
        for (Pipeline.Stage stage : stages.subList(first, stages.size())) {
            result = perform(stage, result, attempt);
            if (isHeld(claim, attempt) && !(result instanceof Ending)) {
                return Optional.empty();
            }
        }
        return Optional.of((Ending) result);
    }

    /// A store that cannot be read is no fault of the run: it is tried again. The finder names the
    /// cause; what it does not foresee is the unexpected.
    private Optional<Object> kept(Pipeline.Stage stage, AttemptRecorder attempt) {
        try {
            return stage.kept().flatMap(kept -> kept.find(attempt.run()));
        } catch (StepFailure unreadable) {
            attempt.begin(stage.name());
            attempt.end(Optional.of(unreadable.failure()));
            throw unreadable;
        } catch (RuntimeException unreadable) {
            var failure =
                    Failure.temporary(
                            unexpected,
                            "What step %s had stored could not be read: %s."
                                    .formatted(stage.name(), unreadable.getMessage()));
            attempt.begin(stage.name());
            attempt.end(Optional.of(failure));
            throw new StepFailure(failure, unreadable);
        }
    }

    /// The one place where anything thrown is caught: a defect in a step must not stop the others,
    /// and the run that met it is kept for the operator with the log that tells of it.
    private Object perform(Pipeline.Stage stage, Object input, AttemptRecorder attempt)
            throws InterruptedException, StepBusy {
        attempt.begin(stage.name());
        try {
            Object result = stage.step().perform(input, attempt);
            attempt.end(Optional.empty());
            return result;
        } catch (StepFailure failure) {
            attempt.end(Optional.of(failure.failure()));
            throw failure;
        } catch (RuntimeException | StackOverflowError defect) {
            log.error(
                    "Run {}, step {} met what it does not foresee. The run is kept as failed, the"
                            + " others go on.",
                    attempt.run(),
                    stage.name(),
                    defect);
            var failure =
                    Failure.permanent(
                            unexpected,
                            "The step ended with %s, which it does not foresee.".formatted(defect));
            attempt.end(Optional.of(failure));
            throw new StepFailure(failure, defect);
        }
    }

    private Outcome after(Failure failure, Claim claim, AttemptRecorder attempt) {
        int tries = patience.tries(claim.history(), failure);
        Retry retry = patience.after(failure);
        History history = claim.history().and(attempt.steps(), tries);
        String step = attempt.step();
        if (!failure.temporary()) {
            return new Outcome.Failed(step, failure, history, attempt.labels());
        }
        if (tries > retry.limit()) {
            Failure last =
                    failure.givenUp(
                            "It was tried %d times since %s and is not tried again by itself."
                                    .formatted(tries, firstTry(history)));
            return new Outcome.Failed(step, last, history, attempt.labels());
        }
        Duration wait = retry.wait(tries, RandomGenerator.getDefault());
        return new Outcome.Later(
                clock.instant().plus(wait), step, failure, history, attempt.labels());
    }

    private static Instant firstTry(History history) {
        return history.steps().getFirst().startedAt().truncatedTo(ChronoUnit.SECONDS);
    }

    private void report(Claim claim, Outcome outcome) {
        switch (outcome) {
            case Outcome.Succeeded done -> log.info("Run {}: {}", claim.run(), done.summary());
            case Outcome.Unchanged done -> log.info("Run {}: {}", claim.run(), done.summary());
            case Outcome.Held held -> log.info("Run {}: {}", claim.run(), held.summary());
            case Outcome.Yielded later ->
                    log.debug("Run {} goes on at {}: {}", claim.run(), later.at(), later.summary());
            case Outcome.Failed failed ->
                    log.warn(
                            "Run {}, step {}, attempt {} failed, {}: {} It waits for an operator.",
                            claim.run(),
                            failed.step(),
                            claim.history().nextAttempt(),
                            failed.failure().code(),
                            failed.failure().text());
            case Outcome.Later later ->
                    log.info(
                            "Run {}, step {}, attempt {} failed, {}: {} Next attempt at {}.",
                            claim.run(),
                            later.step(),
                            claim.history().nextAttempt(),
                            later.failure().code(),
                            later.failure().text(),
                            later.at());
        }
        tell(claim, outcome);
    }

    /// A counter that fails must not cost the run its outcome.
    private void tell(Claim claim, Outcome outcome) {
        try {
            listener.ended(claim, outcome);
        } catch (RuntimeException defect) {
            log.error(
                    "Run {} ended, but the listener that counts runs failed. The run is not"
                            + " affected.",
                    claim.run(),
                    defect);
        }
    }
}
