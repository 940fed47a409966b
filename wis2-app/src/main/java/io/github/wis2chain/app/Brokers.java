package io.github.wis2chain.app;

import io.github.wis2chain.adapters.broker.EmbeddedBroker;
import io.github.wis2chain.adapters.broker.EventInlet;
import io.github.wis2chain.adapters.mqtt.BrokerAddress;
import io.github.wis2chain.adapters.mqtt.MqttPublisher;
import io.github.wis2chain.adapters.mqtt.MqttSource;
import io.github.wis2chain.adapters.mqtt.SessionSettings;
import io.github.wis2chain.app.settings.BrokerChoice;
import io.github.wis2chain.app.settings.ConnectionSettings;
import io.github.wis2chain.app.settings.EmbeddedBrokerSettings;
import io.github.wis2chain.app.settings.MqttSourceSettings;
import io.github.wis2chain.app.settings.Sessions;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.RunStore;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.topics.TopicFilter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/// The node's ways to brokers, its own or others: the sources that events come from, and the
/// publisher of notifications.
final class Brokers {

    private static final Logger log = LoggerFactory.getLogger(Brokers.class);

    private final Settings settings;
    private final Intake intake;
    private final InstantSource clock;
    private final Lifetime lifetime;
    private final Optional<EmbeddedBrokerSettings> own;
    private final Optional<ConnectionSettings> other;
    private Optional<CompletableFuture<EmbeddedBroker>> starting = Optional.empty();

    /// @param lifetime owns the broker, the subscriptions and the publisher
    Brokers(Settings settings, Intake intake, InstantSource clock, Lifetime lifetime) {
        this.settings = settings;
        this.intake = intake;
        this.clock = clock;
        this.lifetime = lifetime;
        switch (settings.broker()) {
            case BrokerChoice.Embedded(var embedded) -> {
                this.own = Optional.of(embedded);
                this.other = Optional.empty();
            }
            case BrokerChoice.External(var connection) -> {
                this.own = Optional.empty();
                this.other = Optional.of(connection);
            }
        }
    }

    /// Sources of the node's own broker, which take events without a subscription.
    List<EventInlet> inlets() {
        List<EventInlet> inlets = new ArrayList<>();
        if (own.isEmpty()) {
            return inlets;
        }
        settings.sources()
                .forEach((name, source) -> {
                    if (source instanceof MqttSourceSettings mqtt && mqtt.connection().isEmpty()) {
                        inlets.add(
                                new EventInlet(
                                        new SourceName(name),
                                        mqtt.topics().stream().map(TopicFilter::parse).toList(),
                                        ConnectionMapping.wantedPayload(mqtt),
                                        intake::accept));
                    }
                });
        return inlets;
    }

    /// Starts the node's own broker, if it has one: beside the rest, because it takes longest.
    void start(List<EventInlet> inlets) {
        starting =
                own.map(embedded ->
                        CompletableFuture.supplyAsync(
                                () -> lifetime.own(start(embedded, inlets)),
                                task -> Thread.ofPlatform().name("broker-start").start(task)));
    }

    private EmbeddedBroker start(EmbeddedBrokerSettings embedded, List<EventInlet> inlets) {
        return EmbeddedBroker.start(
                BrokerMapping.of(embedded, settings.node().dataDir().resolve("broker")),
                clock,
                inlets);
    }

    /// The node's own broker, once it has started.
    Optional<EmbeddedBroker> embedded() {
        return starting.map(Brokers::join);
    }

    /// Connects to the brokers elsewhere that have events for the node.
    List<Source> subscribe() {
        List<Source> sources = new ArrayList<>();
        settings.sources()
                .forEach((name, source) -> {
                    if (source instanceof MqttSourceSettings mqtt) {
                        mqtt.connection()
                                .or(() -> other)
                                .map(connection -> subscribe(name, mqtt, connection))
                                .map(lifetime::own)
                                .ifPresent(sources::add);
                    }
                });
        return sources;
    }

    private MqttSource subscribe(
            String name, MqttSourceSettings mqtt, ConnectionSettings connection) {
        String clientId = Sessions.clientId(settings.node(), name, mqtt);
        var session = new SessionSettings(mqtt.sessionExpiry(), mqtt.cleanStart());
        return MqttSource.open(
                new SourceName(name),
                ConnectionMapping.of(connection, clientId, session)
                        .withLargestPacket(mqtt.maxPacket()),
                ConnectionMapping.wanted(mqtt),
                intake,
                clock);
    }

    /// Where notifications go: to a broker elsewhere if the configuration names one, else to the
    /// node's own.
    ///
    /// @param node is told of a connection elsewhere
    /// @param runs those that wait for a broker go on when it is back
    Publisher publisher(RunningNode node, RunStore runs) {
        Optional<ConnectionSettings> elsewhere = settings.publish().to().or(() -> other);
        if (elsewhere.isEmpty()) {
            return embedded().orElseThrow().publisher();
        }
        String clientId = Sessions.clientId(settings.node(), settings.publish());
        String name = hostAndPort(elsewhere.get().url());
        MqttPublisher publisher =
                lifetime.own(
                        MqttPublisher.open(
                                name,
                                ConnectionMapping.of(
                                        elsewhere.get(), clientId, SessionSettings.DEFAULT),
                                new MqttPublisher.Limits(
                                        settings.publish().timeout(),
                                        settings.publish().inFlight()),
                                clock));
        node.publisher(publisher, name);
        publisher.whenConnected(() -> goOn(runs));
        return publisher;
    }

    /// What waits for the broker goes on when it is back, rather than minutes later.
    private static void goOn(RunStore runs) {
        CompletionStage<Void> hastened = runs.hasten(Set.of(FailureCode.BROKER_UNAVAILABLE.code()));
        hastened.whenComplete((_, failure) -> {
            if (failure != null) {
                log.warn(
                        "Runs that wait for the broker were not told that it is back, and"
                                + " go on at their time: {}.",
                        failure.getMessage());
            }
        });
    }

    private static String hostAndPort(URI url) {
        BrokerAddress address = BrokerAddress.parse(url.toString());
        return address.host() + ":" + address.port();
    }

    private static <T> T join(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }
}
