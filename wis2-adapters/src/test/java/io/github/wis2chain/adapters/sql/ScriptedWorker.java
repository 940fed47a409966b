package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.History;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.StepRecord;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.engine.run.Worker;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/// A worker that notes what it is given and ends runs as it is told.
final class ScriptedWorker implements Worker {

    private final Turns turns = new Turns();
    private final List<Claim> claims = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean holding;
    private volatile Script script = ScriptedWorker::success;

    /// What becomes of a claim.
    @FunctionalInterface
    interface Script {
        Outcome outcome(Claim claim);
    }

    ScriptedWorker ending(Script with) {
        script = with;
        return this;
    }

    /// Ends no run until {@link #letGo()}.
    ScriptedWorker holding() {
        holding = true;
        return this;
    }

    void letGo() {
        released.countDown();
    }

    List<Claim> claims() {
        return List.copyOf(claims);
    }

    List<RunId> runs() {
        return claims.stream().map(Claim::run).toList();
    }

    @Override
    public Turns.Turn nextTurn() {
        return turns.take();
    }

    @Override
    public Outcome work(Claim claim, Turns.Turn turn) throws InterruptedException {
        claims.add(claim);
        if (holding) {
            released.await();
        }
        return script.outcome(claim);
    }

    static Outcome success(Claim claim) {
        return new Outcome.Succeeded(
                "Published 1 notification.", attempt(claim, 0), labels("argo", claim.run()));
    }

    /// As the runner does: a run of the paused dataset is held, any other succeeds.
    static Outcome heldOrSuccess(Claim claim) {
        return claim.held().contains("argo")
                ? new Outcome.Held("argo", claim.history(), labels("argo", claim.run()))
                : success(claim);
    }

    static History attempt(Claim claim, int tries) {
        var step =
                new StepRecord(
                        "read-event",
                        claim.history().nextAttempt(),
                        Instant.parse("2026-11-23T10:00:00.123456Z"),
                        Duration.ofNanos(42_000),
                        Optional.empty(),
                        List.of());
        return claim.history().and(List.of(step), tries);
    }

    static Labels labels(String dataset, RunId run) {
        return Labels.NONE
                .withDataset(dataset)
                .withEventName("event-" + run)
                .withDataId("fr-ifremer-argo/data/core/ocean/%s.bufr".formatted(run));
    }
}
