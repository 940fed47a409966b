package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/// A broker for tests: writes down what it is sent, and answers as it is told, otherwise with SUCCESS
/// on another thread.
public final class RecordingPublisher implements Publisher {

    /// A message as it was sent, whether it was acknowledged or not.
    public record Sent(String topic, Payload message) {}

    private final List<Sent> sent = new ArrayList<>();
    private final Deque<CompletionStage<Delivery>> answers = new ArrayDeque<>();
    private Runnable beforeSending = () -> {};

    /// Answers the next message that has no answer yet with success.
    public synchronized RecordingPublisher thenAccept() {
        answers.add(CompletableFuture.completedFuture(success()));
        return this;
    }

    /// Answers the next message that has no answer yet when this is complete.
    public synchronized RecordingPublisher thenAnswer(CompletionStage<Delivery> answer) {
        answers.add(answer);
        return this;
    }

    /// Answers the next message that has no answer yet with a failure.
    public synchronized RecordingPublisher thenFail(Failure failure) {
        answers.add(CompletableFuture.failedFuture(new StepFailure(failure)));
        return this;
    }

    /// Does this before every message that is sent from now on.
    public synchronized void beforeSending(Runnable action) {
        beforeSending = action;
    }

    /// Everything sent so far, in order.
    public synchronized List<Sent> sent() {
        return List.copyOf(sent);
    }

    @Override
    public synchronized CompletionStage<Delivery> publish(String topic, Payload message) {
        beforeSending.run();
        sent.add(new Sent(topic, message));
        CompletionStage<Delivery> answer = answers.poll();
        return answer == null ? CompletableFuture.supplyAsync(RecordingPublisher::success) : answer;
    }

    private static Delivery success() {
        return new Delivery(Instant.parse("2026-03-14T09:27:00Z"), "test", "SUCCESS");
    }
}
