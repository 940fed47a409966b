package io.github.wis2chain.console.api;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Outbox;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.engine.run.Turns;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Sends a notification once more, with the same id and the same bytes, for somebody who has missed
/// it: who has it already knows it by its id. When it first went out stays as it is.
final class Republication {

    /// Longer than a broker may take by the configuration of most nodes.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Together with the answer of the broker it is less than callers usually wait.
    private static final Duration TURN = Duration.ofSeconds(20);

    private Republication() {}

    /// It takes its turn among the runs about the same data: what is newer is sent before, and then
    /// found, or behind.
    static void perform(Call call, Outbox.Published published) throws InterruptedException {
        Ready ready = published.notification();
        wantSent(published);
        wantLatest(call, ready);
        Optional<Turns.Turn> turn = call.node().turns().takeFor(ready.thing(), TURN);
        if (turn.isEmpty()) {
            throw new Problem(
                    ProblemCode.BUSY,
                    "A run about the same data is under way and has not ended within %d s. Nothing was sent; send it again when the run has ended."
                            .formatted(TURN.toSeconds()));
        }
        try (var _ = turn.get()) {
            send(call, published);
        }
    }

    /// The act is durable before anything is sent, so that the audit misses nothing.
    private static void send(Call call, Outbox.Published published) throws InterruptedException {
        Ready ready = published.notification();
        wantLatest(call, ready);
        Act act = call.act("republish", "Notification %s.".formatted(ready.id()));
        call.durable(call.node().store().note(published.run(), act).thenApply(kept -> true));
        Delivery delivery = delivery(call, ready);
        call.node()
                .archive()
                .run(published.run())
                .map(RunDetail::summary)
                .ifPresent(run -> call.node().changes().acted(run, act));
        call.json(
                200,
                new Republished(
                        ready.id(),
                        published.run().toString(),
                        ready.topic(),
                        delivery.acknowledgedAt(),
                        delivery.broker(),
                        delivery.reason()));
    }

    private static void wantSent(Outbox.Published published) {
        if (published.notification().sent().isEmpty()) {
            throw new Problem(
                    ProblemCode.NOTIFICATION_STATE,
                    "No broker has acknowledged notification %s so far: run %s sends it. See the run."
                            .formatted(published.notification().id(), published.run()));
        }
    }

    /// Sent again behind a newer version of its data, an old one would take its place.
    private static void wantLatest(Call call, Ready ready) {
        Optional<Outbox.LastPublished> newer =
                call.node()
                        .outbox()
                        .last(ready.dataset(), ready.dataId())
                        .filter(last -> !last.notificationId().equals(ready.id()));
        if (newer.isPresent()) {
            throw new Problem(
                    ProblemCode.NOTIFICATION_STATE,
                    "Notification %s (%s) has taken its place. Send that one again."
                            .formatted(newer.get().notificationId(), newer.get().rel()));
        }
    }

    private static Delivery delivery(Call call, Ready ready) throws InterruptedException {
        try {
            return call.node()
                    .publisher()
                    .publish(ready.topic(), ready.message())
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            throw new Problem(
                    ProblemCode.NOT_PUBLISHED,
                    "The broker has not answered within %d s; it may have the notification or not."
                            .formatted(PATIENCE.toSeconds()));
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            Throwable found = cause instanceof CompletionException ? cause.getCause() : cause;
            if (found instanceof StepFailure failure) {
                throw new Problem(ProblemCode.NOT_PUBLISHED, failure.failure().text());
            }
            throw new IllegalStateException("a notification could not be sent again", failed);
        }
    }

    /// What a broker answered this time.
    private record Republished(
            String id,
            String runId,
            String topic,
            Instant acknowledgedAt,
            String broker,
            String reason) {}
}
