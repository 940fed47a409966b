package io.github.wis2chain.adapters.broker;

import com.hivemq.extension.sdk.api.packets.general.Qos;
import com.hivemq.extension.sdk.api.services.builder.Builders;
import com.hivemq.extension.sdk.api.services.publish.Publish;
import com.hivemq.extension.sdk.api.services.publish.PublishService;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/// Publishes into the broker of this same process, with no connection in between.
///
/// A delivery means that the message is in the queue of every session that subscribes to its topic:
/// written to its file, so that it survives the death of the process, but synchronised with the disk
/// up to a second later. It says `SUCCESS` whether or not there is a subscriber.
final class InProcessPublisher implements Publisher {

    /// More on the way than this means that the broker does not keep up.
    private static final int MOST_ON_THE_WAY = 10_000;

    private final PublishService service;
    private final InstantSource clock;
    private final DiskGuard disk;
    private final AtomicInteger onTheWay = new AtomicInteger();
    private volatile boolean closed;

    InProcessPublisher(PublishService service, InstantSource clock, DiskGuard disk) {
        this.service = service;
        this.clock = clock;
        this.disk = disk;
    }

    @Override
    public CompletionStage<Delivery> publish(String topic, Payload message) {
        if (closed) {
            return unavailable("the embedded broker is stopping");
        }
        if (disk.isNearlyFull()) {
            // The broker itself would acknowledge what it cannot write.
            return unavailable("the disk of the embedded broker is nearly full");
        }
        Publish publish;
        try {
            publish =
                    Builders.publish()
                            .topic(topic)
                            .qos(Qos.AT_LEAST_ONCE)
                            .retain(false)
                            .payload(ByteBuffer.wrap(message.bytes()))
                            .build();
        } catch (IllegalArgumentException e) {
            return CompletableFuture.failedFuture(
                    new StepFailure(
                            Failure.permanent(
                                            FailureCode.PUBLISH_REFUSED,
                                            "The embedded broker takes no message on topic [%s]: %s"
                                                    .formatted(topic, e.getMessage()))
                                    .blaming(topic),
                            e));
        }
        if (onTheWay.incrementAndGet() > MOST_ON_THE_WAY) {
            onTheWay.decrementAndGet();
            return unavailable(
                    "%d messages are already on their way into the embedded broker"
                            .formatted(MOST_ON_THE_WAY));
        }
        return service.publish(publish).handle(this::delivery).thenCompose(stage -> stage);
    }

    /// Whether a message that is published now is taken.
    boolean takes() {
        return !closed && !disk.isNearlyFull() && onTheWay.get() < MOST_ON_THE_WAY;
    }

    long onTheWay() {
        return onTheWay.get();
    }

    void close() {
        closed = true;
    }

    private CompletionStage<Delivery> delivery(Void done, @Nullable Throwable failure) {
        onTheWay.decrementAndGet();
        return failure == null
                ? CompletableFuture.completedFuture(
                        new Delivery(clock.instant(), "embedded", "SUCCESS"))
                : CompletableFuture.failedFuture(
                        new StepFailure(
                                Failure.temporary(
                                        FailureCode.BROKER_UNAVAILABLE,
                                        "The embedded broker did not take the message: " + failure),
                                failure));
    }

    private static CompletionStage<Delivery> unavailable(String why) {
        return CompletableFuture.failedFuture(
                new StepFailure(
                        Failure.temporary(
                                FailureCode.BROKER_UNAVAILABLE,
                                "The message was not published: " + why + ".")));
    }
}
