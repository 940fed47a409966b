package io.github.wis2chain.adapters.mqtt;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Connects to a broker once, to learn whether that is possible, and goes again. Nothing of it stays:
/// no session, no subscription.
public final class BrokerProbe implements AutoCloseable {

    private static final int FAREWELL_SECONDS = 2;

    private final MqttConnection connection;
    private final Client client;

    private BrokerProbe(MqttConnection connection, Client client) {
        this.connection = connection;
        this.client = client;
    }

    /// Connects.
    ///
    /// @param connection with a client identifier that nobody else has, or that one is thrown out
    /// @throws Refused when there is no connection, or a file of the TLS settings cannot be used
    public static BrokerProbe connect(MqttConnection connection)
            throws Refused, InterruptedException {
        try {
            var client =
                    Client.of(
                            connection.withSession(SessionSettings.NONE),
                            Client.discarding(),
                            new Nobody());
            long giveUp = connection.timing().connectTimeout().multipliedBy(3).toMillis();
            boolean session = client.connect(true).get(giveUp, TimeUnit.MILLISECONDS);
            if (session) {
                throw new Refused("the broker kept a session that was not wanted");
            }
            return new BrokerProbe(connection, client);
        } catch (ExecutionException | TimeoutException failure) {
            throw new Refused(Causes.describe(failure));
        } catch (IllegalArgumentException unusable) {
            throw new Refused(String.valueOf(unusable.getMessage()));
        }
    }

    /// Subscribes, and gives up what comes.
    ///
    /// @return what is wrong, or empty if every filter was granted as it was wanted
    public Optional<String> subscribe(MqttSubscription subscription) throws InterruptedException {
        return Subscriptions.subscribe(client, subscription, connection.timing());
    }

    /// Publishes an empty message, not retained, which every subscriber of the topic gets.
    ///
    /// @return why the broker did not take it, or empty if it did
    public Optional<String> publish(String topic) throws InterruptedException {
        try {
            Acknowledgement answer =
                    client.publish(topic, new byte[0])
                            .get(
                                    connection.timing().connectTimeout().toMillis(),
                                    TimeUnit.MILLISECONDS);
            return answer.verdict() == Acknowledgement.Verdict.TAKEN
                    ? Optional.empty()
                    : Optional.of("the broker refused it: " + answer.reason());
        } catch (ExecutionException | TimeoutException failure) {
            return Optional.of(Causes.describe(failure));
        }
    }

    /// Why there is no connection; the message is the end of a sentence.
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    @Override
    public void close() {
        try {
            client.disconnect().get(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException gone) {
            // The connection ended by itself, which is what was wanted.
            return;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /// The one answer to the one attempt says it all.
    private static final class Nobody implements Client.Listener {

        @Override
        public void connected() {}

        @Override
        public void disconnected(Throwable cause) {}
    }
}
