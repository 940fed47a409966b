package io.github.wis2chain.adapters.broker;

import com.hivemq.extension.sdk.api.packets.disconnect.DisconnectReasonCode;
import com.hivemq.extension.sdk.api.packets.general.UserProperty;
import com.hivemq.extension.sdk.api.packets.publish.PublishPacket;
import com.hivemq.extension.sdk.api.services.session.ClientService;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.SourceName;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/// What all event doors share: how an arrival is made, how long the journal is waited for, and how
/// a producer is sent away.
final class Doorkeeper {

    private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);

    private static final Executor SHORTLY =
            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

    /// The property of an origin that notes the RETAIN flag of a PUBLISH.
    private static final String RETAIN = "retain";

    private final ClientService clients;
    private final InstantSource clock;
    private final Duration patience;

    Doorkeeper(ClientService clients, InstantSource clock, Duration patience) {
        this.clients = clients;
        this.clock = clock;
        this.patience = patience;
    }

    Arrival arrival(PublishPacket packet, SourceName source, String user, String client) {
        Map<String, String> properties = new HashMap<>();
        for (UserProperty property : packet.getUserProperties().asList()) {
            properties.put(Origin.USER_PROPERTY + property.getName(), property.getValue());
        }
        packet.getContentType().ifPresent(type -> properties.put(Origin.CONTENT_TYPE, type));
        properties.put(Origin.QOS, Integer.toString(packet.getQos().getQosNumber()));
        properties.put(Origin.USER, user);
        properties.put(Origin.CLIENT, client);
        if (packet.getRetain()) {
            properties.put(RETAIN, "true");
        }
        return new Arrival(
                source,
                packet.getPayload().map(Payload::of).orElse(Payload.EMPTY),
                new Origin("mqtt", packet.getTopic(), properties),
                packet.getDupFlag(),
                clock.instant());
    }

    /// The receipt of this attempt; or of a later one while the journal is unavailable and patience
    /// lasts.
    CompletableFuture<Receipt> insist(
            CompletableFuture<Receipt> attempt, EventInlet inlet, Arrival arrival) {
        return insist(attempt, inlet, arrival, System.nanoTime() + patience.toNanos());
    }

    private CompletableFuture<Receipt> insist(
            CompletableFuture<Receipt> attempt, EventInlet inlet, Arrival arrival, long deadline) {
        boolean atOnce = attempt.isCompletedExceptionally();
        return attempt.exceptionallyCompose(failure -> {
            boolean passing = cause(failure) instanceof JournalUnavailable;
            if (!passing || inlet.isClosed() || System.nanoTime() - deadline > 0) {
                return CompletableFuture.failedFuture(cause(failure));
            }
            // What failed in its commit may be on disk all the same.
            Arrival again = atOnce ? arrival : redelivered(arrival);
            return CompletableFuture.runAsync(() -> {}, SHORTLY)
                    .thenCompose(_ -> insist(inlet.accept(again), inlet, again, deadline));
        });
    }

    private static Arrival redelivered(Arrival arrival) {
        return new Arrival(
                arrival.source(), arrival.payload(), arrival.origin(), true, arrival.receivedAt());
    }

    CompletableFuture<Receipt> refused() {
        return CompletableFuture.failedFuture(
                new JournalUnavailable("an event before it on the same connection was not kept"));
    }

    /// The same future, which fails when patience ends.
    CompletableFuture<Void> inTime(CompletableFuture<Void> kept) {
        return kept.copy().orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Closes the client's connection; complete when it is closed.
    CompletableFuture<?> disconnect(String client) {
        return clients.disconnectClient(
                        client,
                        false,
                        DisconnectReasonCode.IMPLEMENTATION_SPECIFIC_ERROR,
                        "The event could not be stored; send it again.")
                .whenComplete((gone, problem) -> {
                    if (problem != null) {
                        log.error(
                                "Client {} could not be disconnected. It gets no more"
                                        + " acknowledgements and must reconnect under"
                                        + " another name.",
                                client,
                                problem);
                    }
                });
    }

    void reportRefusal(String client, String user, Throwable failure) {
        log.warn(
                "An event of client {} of user {} was not kept: {}. The client is disconnected"
                        + " without acknowledgement, so that it sends the event again.",
                client,
                user,
                cause(failure).toString());
    }

    void reportLoss(String topic, String client, Throwable failure) {
        log.warn(
                "An event of client {} on {} was lost, because it came with QoS 0 and was not kept:"
                        + " {}. The client is disconnected, and what it sent behind this event with"
                        + " QoS 0 is lost too. Its producer must use QoS 1.",
                client,
                topic,
                cause(failure).toString());
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException wrapped && wrapped.getCause() != null
                ? wrapped.getCause()
                : failure;
    }
}
