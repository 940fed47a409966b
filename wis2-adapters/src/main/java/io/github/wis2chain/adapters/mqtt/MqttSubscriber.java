package io.github.wis2chain.adapters.mqtt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// A subscriber that looks at what a broker sends, as a Global Broker would: for a person at a
/// terminal, a demonstration, a test. Nothing of it is kept; it reconnects by itself.
public final class MqttSubscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSubscriber.class);

    private final ExecutorService consumerThread =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("mqtt-subscriber").factory());
    private final CompletableFuture<List<SubscriptionAnswer>> answers = new CompletableFuture<>();
    private final InstantSource clock;
    private final Consumer<Received> consumer;
    private final MqttLink link;

    private MqttSubscriber(
            MqttConnection connection,
            MqttSubscription subscription,
            Consumer<Received> consumer,
            InstantSource clock) {
        this.clock = clock;
        this.consumer = consumer;
        this.link =
                new MqttLink(
                        "The subscriber",
                        connection,
                        Client.Inlet.on(consumerThread, this::hand),
                        new Looking(connection, subscription));
    }

    /// Begins to connect, and returns at once.
    ///
    /// @param consumer gets the messages one by one, in order, on a virtual thread of its own, and
    ///     may take its time; a message is acknowledged after it
    /// @throws IllegalArgumentException when the settings do not fit together, one sentence
    public static MqttSubscriber open(
            MqttConnection connection,
            MqttSubscription subscription,
            Consumer<Received> consumer,
            InstantSource clock) {
        subscription.check(connection.protocol());
        var subscriber = new MqttSubscriber(connection, subscription, consumer, clock);
        subscriber.link.start();
        return subscriber;
    }

    /// The broker's first answers, one for each topic filter, refusals included. Not complete for
    /// as long as there is no connection; {@link #status()} tells why.
    public CompletableFuture<List<SubscriptionAnswer>> answers() {
        return answers.copy();
    }

    public LinkStatus status() {
        return link.status();
    }

    @Override
    public void close() {
        link.close();
        consumerThread.shutdownNow();
    }

    private void hand(Incoming message) {
        try {
            consumer.accept(
                    new Received(
                            message.topic(),
                            message.payload(),
                            message.qos(),
                            message.retained(),
                            message.redelivered(),
                            message.contentType(),
                            message.userProperties(),
                            clock.instant()));
        } catch (RuntimeException e) {
            // It must not reach the library, which would hand over no message any more.
            LOG.warn("The subscriber's consumer failed; it gets the next message.", e);
        } finally {
            message.acknowledge().run();
        }
    }

    private final class Looking implements LinkRole {

        private final MqttConnection connection;
        private final MqttSubscription subscription;

        Looking(MqttConnection connection, MqttSubscription subscription) {
            this.connection = connection;
            this.subscription = subscription;
        }

        @Override
        public Optional<String> connected(boolean sessionPresent) throws InterruptedException {
            if (sessionPresent && answers.isDone()) {
                return Optional.empty();
            }
            try {
                List<SubscriptionAnswer> given =
                        link.client()
                                .subscribe(subscription)
                                .get(
                                        connection.timing().connectTimeout().toMillis(),
                                        TimeUnit.MILLISECONDS);
                answers.complete(given);
                return Subscriptions.troubles(given, subscription);
            } catch (ExecutionException | TimeoutException e) {
                return Optional.of("the subscription was not answered: " + Causes.describe(e));
            }
        }

        @Override
        public void leaving(Duration atMost) {}

        @Override
        public void disconnected() {}

        @Override
        public boolean forgetSession() {
            return false;
        }
    }
}
