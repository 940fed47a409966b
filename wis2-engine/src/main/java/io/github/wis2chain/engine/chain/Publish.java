package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Ending;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

/// Sends the stored notifications and waits for the broker to acknowledge each. Repeated after a
/// crash or a lost connection, it sends the same bytes under the same id, which every Global Broker
/// recognises; what was acknowledged before is not sent again.
final class Publish implements Step<Announcements, Ending> {

    private static final Logger log = LoggerFactory.getLogger(Publish.class);

    private final Publisher publisher;
    private final Outbox outbox;
    private final PublicationListener listener;
    private final Precedents precedents;
    private final InstantSource clock;

    Publish(Publisher publisher, Outbox outbox, PublicationListener listener, InstantSource clock) {
        this.publisher = publisher;
        this.outbox = outbox;
        this.listener = listener;
        this.precedents = new Precedents(outbox);
        this.clock = clock;
    }

    @Override
    public Ending perform(Announcements announcements, StepContext context)
            throws InterruptedException {
        List<String> unchanged = new ArrayList<>(announcements.unchanged());
        List<Ready> going = going(announcements, context, unchanged);
        List<Ready> due = going.stream().filter(ready -> ready.sent().isEmpty()).toList();
        List<CompletableFuture<Delivery>> answers = new ArrayList<>();
        for (Ready ready : due) {
            answers.add(publisher.publish(ready.topic(), ready.message()).toCompletableFuture());
        }
        List<StepFailure> failures = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            answer(due.get(i), answers.get(i), context).ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw worst(failures);
        }
        return ending(going, unchanged);
    }

    /// What is still to be announced. Of what an earlier attempt has stored, a newer event about the
    /// same file may have been announced since: sent now, the older one would take its place.
    private List<Ready> going(
            Announcements announcements, StepContext context, List<String> unchanged)
            throws InterruptedException {
        List<Ready> stored = announcements.notifications();
        if (!announcements.again()) {
            return stored;
        }
        context.inOrderOf(stored.stream().map(Ready::thing).collect(Collectors.toSet()));
        List<Ready> going = new ArrayList<>();
        for (Ready ready : stored) {
            Optional<String> late =
                    ready.sent().isPresent()
                            ? Optional.empty()
                            : Precedents.superseded(
                                    ready.dataId(),
                                    precedents.last(ready.dataset(), ready.dataId()),
                                    context.run(),
                                    clock.instant());
            late.ifPresentOrElse(unchanged::add, () -> going.add(ready));
        }
        return going;
    }

    /// One that trying again does not help, if there is one.
    private static StepFailure worst(List<StepFailure> failures) {
        return failures.stream()
                .filter(found -> !found.failure().temporary())
                .findFirst()
                .orElseGet(failures::getFirst);
    }

    private Optional<StepFailure> answer(
            Ready ready, CompletableFuture<Delivery> answer, StepContext context)
            throws InterruptedException {
        try {
            acknowledged(ready, answer.get(), context);
            return Optional.empty();
        } catch (ExecutionException failed) {
            StepFailure failure = failure(Causes.of(failed));
            if (failure.failure().temporary()) {
                unanswered(ready, context);
            }
            return Optional.of(failure);
        } catch (StepFailure notStored) {
            return Optional.of(notStored);
        }
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
        tell(context, ready.sentWith(delivery));
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

    /// An onlooker that fails must not make a failure of what went out.
    private void tell(StepContext context, Ready published) {
        try {
            listener.published(context.run(), context.event(), published);
        } catch (RuntimeException defect) {
            log.error(
                    "Run {} published notification {}, but the listener that is told of it failed."
                            + " The run is not affected.",
                    context.run(),
                    published.id(),
                    defect);
        }
    }

    /// The broker may have the notification all the same, so that a newer version that overtakes this
    /// run must replace it.
    private void unanswered(Ready ready, StepContext context) {
        if (outbox.unanswered(context.run(), ready.id()).isCompletedExceptionally()) {
            context.remark(
                    Remarks.warning(
                            "publish",
                            "",
                            "It could not be stored that notification %s may be out."
                                    .formatted(ready.id())));
        }
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

    private static Ending ending(List<Ready> sent, List<String> unchanged) {
        if (sent.isEmpty()) {
            return new Ending(false, String.join(" ", unchanged));
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
