package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.exceptions.MqttEncodeException;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// Sends notifications over one connection, in the order in which they are handed over, up to a
/// thousand ahead of their acknowledgements.
///
/// With a session (see {@link SessionSettings}) what was sent and not yet acknowledged is sent
/// again after a reconnection, so that a short outage delays notifications and fails none; a
/// subscriber may get one of them twice, with the same bytes.
///
/// MQTT 3.1.1 brokers cannot refuse a message. Some close the connection, some acknowledge it and
/// drop it (Mosquitto): then a notification counts as delivered that nobody gets. Use MQTT 5.
public final class MqttPublisher implements Publisher, AutoCloseable {

    /// So many connections in a row that ended without any acknowledgement, and what is on its way
    /// is given up: it may be the very message that the broker ends the connection for.
    private static final int FRUITLESS = 3;

    private final String brokerName;
    private final MqttConnection connection;
    private final Limits limits;
    private final InstantSource clock;
    private final AtomicInteger outstanding = new AtomicInteger();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Publishing role = new Publishing();
    private final MqttLink link;
    private volatile Runnable whenConnected = () -> {};

    private MqttPublisher(
            String brokerName, MqttConnection connection, Limits limits, InstantSource clock) {
        this.brokerName = brokerName;
        this.connection = connection;
        this.limits = limits;
        this.clock = clock;
        this.link = new MqttLink("The publisher", connection, Client.discarding(), role);
    }

    /// What a publisher waits for and holds.
    ///
    /// @param answer how long an acknowledgement may take before the caller is told to try again
    /// @param outstanding messages that may be handed over and unanswered; those beyond are turned
    ///     away
    public record Limits(Duration answer, int outstanding) {

        /// 30 s and 10,000 messages.
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(30), 10_000);

        public Limits {
            if (!answer.isPositive() || outstanding < 1) {
                throw new IllegalArgumentException(
                        "a publisher's time for an answer [%s] and number of outstanding messages [%d] must be positive"
                                .formatted(answer, outstanding));
            }
        }
    }

    /// How a publisher is.
    ///
    /// @param healthy there is a connection
    /// @param text one sentence for the operator
    /// @param acknowledged messages that the broker took, since the start
    /// @param refused messages that the broker answered with an error code, since the start
    /// @param outstanding messages without an answer so far
    public record Status(
            boolean healthy, String text, long acknowledged, long refused, int outstanding) {}

    /// Begins to connect, and returns at once; {@link #status()} tells how it went.
    ///
    /// @param brokerName how deliveries name the broker: `embedded`, or host and port
    /// @throws IllegalArgumentException when a file of the TLS settings cannot be used, one sentence
    public static MqttPublisher open(
            String brokerName, MqttConnection connection, Limits limits, InstantSource clock) {
        var publisher = new MqttPublisher(brokerName, connection, limits, clock);
        publisher.link.start();
        return publisher;
    }

    /// Calls this, on a thread of ours, whenever the broker can be reached again; at once if it can be
    /// now. It must be quick.
    public void whenConnected(Runnable call) {
        whenConnected = call;
        if (link.isConnected()) {
            call.run();
        }
    }

    /// {@inheritDoc} The result completes on a thread of the client library, which must not be kept
    /// waiting.
    @Override
    public CompletionStage<Delivery> publish(String topic, Payload message) {
        if (!link.isConnected()) {
            return unavailable(link.status().text());
        }
        if (outstanding.incrementAndGet() > limits.outstanding()) {
            outstanding.decrementAndGet();
            return unavailable(
                    "%d notifications already wait for the answer of %s."
                            .formatted(limits.outstanding(), connection.broker()));
        }
        CompletableFuture<Acknowledgement> answer;
        try {
            answer = link.client().publish(topic, message.bytes());
        } catch (IllegalArgumentException e) {
            outstanding.decrementAndGet();
            return CompletableFuture.failedFuture(
                    new StepFailure(
                            Failure.permanent(
                                            FailureCode.PUBLISH_REFUSED,
                                            "A notification cannot be sent to the topic [%s]: %s."
                                                    .formatted(topic, e.getMessage()))
                                    .blaming(topic),
                            e));
        }
        // What the caller waits for ends in time; the place that the message takes is free only
        // when the library has done with it.
        return answer.whenComplete((given, _) -> settled(given))
                .copy()
                .orTimeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS)
                .handle((given, failure) -> outcome(topic, given, failure))
                .thenCompose(outcome -> outcome);
    }

    private void settled(@Nullable Acknowledgement given) {
        outstanding.decrementAndGet();
        if (given == null) {
            return;
        }
        role.fruitful();
        link.progress();
        if (given.verdict() == Acknowledgement.Verdict.TAKEN) {
            acknowledged.increment();
        } else {
            refused.increment();
        }
    }

    private CompletionStage<Delivery> outcome(
            String topic, @Nullable Acknowledgement given, Throwable failure) {
        if (given == null) {
            return Causes.root(failure) instanceof MqttEncodeException unsendable
                    ? refused(topic, Causes.describe(unsendable))
                    : unavailable(noAnswer(topic, failure));
        }
        return switch (given.verdict()) {
            case TAKEN ->
                    CompletableFuture.completedFuture(
                            new Delivery(clock.instant(), brokerName, given.reason()));
            case BUSY ->
                    unavailable(
                            "%s did not take the notification for [%s]: %s."
                                    .formatted(connection.broker(), topic, given.reason()));
            case REFUSED -> refused(topic, given.reason());
        };
    }

    private CompletionStage<Delivery> refused(String topic, String reason) {
        return CompletableFuture.failedFuture(
                new StepFailure(
                        Failure.permanent(
                                        FailureCode.PUBLISH_REFUSED,
                                        "%s refused the notification for [%s]: %s."
                                                .formatted(connection.broker(), topic, reason))
                                .blaming(topic)));
    }

    private String noAnswer(String topic, Throwable failure) {
        if (Causes.root(failure) instanceof TimeoutException) {
            return "%s did not acknowledge the notification for [%s] within %d s."
                    .formatted(connection.broker(), topic, limits.answer().toSeconds());
        }
        return "%s did not acknowledge the notification for [%s]: %s."
                .formatted(connection.broker(), topic, Causes.describe(failure));
    }

    private static CompletionStage<Delivery> unavailable(String text) {
        return CompletableFuture.failedFuture(
                new StepFailure(Failure.temporary(FailureCode.BROKER_UNAVAILABLE, text)));
    }

    /// The state of the connection, fit for a health page.
    public Status status() {
        LinkStatus now = link.status();
        return new Status(
                now.healthy(), now.text(), acknowledged.sum(), refused.sum(), outstanding.get());
    }

    /// Lets what is on its way be acknowledged for up to a second, and disconnects.
    @Override
    public void close() {
        link.close();
    }

    private final class Publishing implements LinkRole {

        private final AtomicInteger fruitless = new AtomicInteger();
        private volatile boolean established;
        private volatile boolean leaving;

        void fruitful() {
            fruitless.set(0);
            if (leaving && outstanding.get() == 0) {
                link.changed();
            }
        }

        @Override
        public Optional<String> connected(boolean sessionPresent) {
            if (fruitless.get() >= FRUITLESS) {
                fruitless.set(0);
            }
            established = true;
            return Optional.empty();
        }

        @Override
        public void usable() {
            whenConnected.run();
        }

        @Override
        public void leaving(Duration atMost) throws InterruptedException {
            leaving = true;
            link.await(() -> outstanding.get() == 0, atMost);
        }

        @Override
        public void disconnected() {
            leaving = false;
            if (established && outstanding.get() > 0) {
                fruitless.incrementAndGet();
            }
            established = false;
        }

        @Override
        public boolean forgetSession() {
            return fruitless.get() >= FRUITLESS;
        }
    }
}
