package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Ending;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// Sends the stored notifications and waits for the broker to acknowledge each. Repeated after a
/// crash or a lost connection, it sends the same bytes under the same id, which every Global Broker
/// recognises; what was acknowledged before is not sent again.
final class Publish implements Step<Announcements, Ending> {

    private final Publisher publisher;
    private final Outbox outbox;

    Publish(Publisher publisher, Outbox outbox) {
        this.publisher = publisher;
        this.outbox = outbox;
    }

    @Override
    public Ending perform(Announcements announcements, StepContext context)
            throws InterruptedException {
        List<Ready> due =
                announcements.notifications().stream()
                        .filter(ready -> ready.sent().isEmpty())
                        .toList();
        List<CompletableFuture<Delivery>> answers = new ArrayList<>();
        for (Ready ready : due) {
            answers.add(publisher.publish(ready.topic(), ready.message()).toCompletableFuture());
        }
        Optional<StepFailure> failure = Optional.empty();
        for (int i = 0; i < due.size(); i++) {
            try {
                acknowledged(due.get(i), answers.get(i).get(), context);
            } catch (ExecutionException failed) {
                StepFailure found = failure(Causes.of(failed));
                failure =
                        failure.filter(earlier -> !earlier.failure().temporary())
                                .or(() -> Optional.of(found));
            }
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
        return ending(announcements);
    }

    /// The outbox applies this write before the outcome of the run, which is handed over later, so
    /// there is no need to wait for it.
    private void acknowledged(Ready ready, Delivery delivery, StepContext context) {
        var recorded = outbox.acknowledged(context.run(), ready.id(), delivery);
        if (recorded.isCompletedExceptionally()) {
            throw new StepFailure(
                    Failure.temporary(
                            FailureCode.STORE_UNAVAILABLE,
                            "The acknowledgement of notification %s could not be stored."
                                    .formatted(ready.id())),
                    recorded.exceptionNow());
        }
        context.remark(
                new Remark(
                        Remark.Level.INFO,
                        "publish",
                        "",
                        "%s acknowledged notification %s (%s) on %s: %s."
                                .formatted(
                                        delivery.broker(),
                                        ready.id(),
                                        ready.rel(),
                                        ready.topic(),
                                        delivery.reason()),
                        Optional.empty()));
    }

    private static StepFailure failure(Throwable found) {
        return found instanceof StepFailure failure
                ? failure
                : new StepFailure(
                        Failure.temporary(
                                FailureCode.BROKER_UNAVAILABLE,
                                "The broker did not take the notification: %s.".formatted(found)),
                        found);
    }

    private static Ending ending(Announcements announcements) {
        List<Ready> sent = announcements.notifications();
        if (sent.isEmpty()) {
            return new Ending(false, String.join(" ", announcements.unchanged()));
        }
        if (sent.size() == 1) {
            return new Ending(
                    true,
                    "Published %s as %s."
                            .formatted(sent.getFirst().dataId(), sent.getFirst().rel()));
        }
        return new Ending(
                true,
                "Published %d notifications, the first for %s."
                        .formatted(sent.size(), sent.getFirst().dataId()));
    }
}
