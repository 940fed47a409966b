package io.github.wis2chain.adapters.mqtt;

import io.github.wis2chain.adapters.mqtt.HeldMessages.Ticket;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/// A subscription whose messages become events. A message is acknowledged after the intake has it
/// on disk, never before; what cannot be kept stays with the broker, and comes again.
///
/// When the intake refuses a message, the source acknowledges what was kept before it, leaves the
/// connection and comes back later: MQTT has no other way to get a message again. With that, what
/// is held in memory is bounded by the intake, and by what the broker sends in the meantime.
///
/// Messages of QoS 0 have no acknowledgement, so one that cannot be kept is lost.
public final class MqttSource implements Source {

    private static final Logger LOG = LoggerFactory.getLogger(MqttSource.class);

    /// So many refused messages, and the acknowledgements of kept ones are not waited for.
    private static final int REFUSED_AT_MOST = 2000;

    private final SourceName name;
    private final MqttConnection connection;
    private final Optional<PayloadFilter> filter;
    private final Intake intake;
    private final InstantSource clock;
    private final HeldMessages held = new HeldMessages();
    private final LongAdder received = new LongAdder();
    private final LongAdder unwanted = new LongAdder();
    private final AtomicBoolean undecidedSaid = new AtomicBoolean();
    private final Subscribing role;
    private final MqttLink link;

    private MqttSource(
            SourceName name,
            MqttConnection connection,
            Wanted wanted,
            Intake intake,
            InstantSource clock) {
        this.name = name;
        this.connection = connection;
        this.filter = wanted.filter();
        this.intake = intake;
        this.clock = clock;
        this.role = new Subscribing(wanted.subscription());
        // On the library's event loop itself: taking a message never blocks, and so no message of a
        // connection comes after the news of its end.
        this.link =
                new MqttLink("Source " + name, connection, Client.Inlet.direct(this::take), role);
    }

    /// What a source takes.
    ///
    /// @param filter messages that it does not want are acknowledged and counted, and forgotten
    public record Wanted(MqttSubscription subscription, Optional<PayloadFilter> filter) {

        /// Everything that a subscription brings.
        public static Wanted all(MqttSubscription subscription) {
            return new Wanted(subscription, Optional.empty());
        }
    }

    /// Begins to connect, and returns at once; {@link #status()} tells how it went.
    ///
    /// @throws IllegalArgumentException when the settings do not fit together or a file cannot be
    ///     used, one sentence
    public static MqttSource open(
            SourceName name,
            MqttConnection connection,
            Wanted wanted,
            Intake intake,
            InstantSource clock) {
        wanted.subscription().check(connection.protocol());
        var source = new MqttSource(name, connection, wanted, intake, clock);
        source.link.start();
        return source;
    }

    @Override
    public SourceName name() {
        return name;
    }

    /// Disconnects and lets the broker keep the messages, if it keeps a session.
    @Override
    public void pause() {
        if (connection.session().kept()) {
            link.pause();
        }
    }

    @Override
    public void resume() {
        link.resume();
    }

    @Override
    public Status status() {
        LinkStatus now = link.status();
        return new Status(now.healthy(), now.text(), received.sum(), unwanted.sum());
    }

    /// Stops taking messages, lets those under way come to their commit for up to a second, and
    /// disconnects. What is not acknowledged by then comes again at the next start.
    @Override
    public void close() {
        link.close();
    }

    private void take(Incoming message) {
        received.increment();
        Ticket ticket = held.add(message.acknowledge());
        try {
            if (!held.isWaiting(ticket)) {
                if (held.size() > REFUSED_AT_MOST) {
                    link.changed();
                }
            } else if (wants(message.payload())) {
                var _ =
                        intake.accept(arrival(message))
                                .whenComplete((_, failure) -> settle(ticket, failure));
            } else {
                unwanted.increment();
                settle(ticket, null);
            }
        } catch (Throwable failure) {
            // Whatever escapes from here, the library would drop its flow of messages, and
            // acknowledge and forget all later ones.
            settle(ticket, failure);
        }
    }

    private void settle(Ticket ticket, @Nullable Throwable failure) {
        if (failure == null) {
            held.keep(ticket);
            link.progress();
        } else if (held.refuse(ticket)) {
            link.drop(
                    "an event could not be kept, so it stays with the broker: "
                            + Causes.describe(failure));
        }
        if (role.leaving) {
            link.changed();
        }
    }

    private boolean wants(Payload payload) {
        if (filter.isEmpty()) {
            return true;
        }
        return switch (filter.get().judge(payload.bytes())) {
            case WANTED -> true;
            case UNWANTED -> false;
            case UNDECIDED -> {
                if (!undecidedSaid.getAndSet(true)) {
                    LOG.warn(
                            "Source {} could not apply its payload filter to a message of {} bytes"
                                    + " and took the message. Later ones are not mentioned.",
                            name,
                            payload.size());
                }
                yield true;
            }
        };
    }

    private Arrival arrival(Incoming message) {
        var properties = new HashMap<String, String>();
        properties.put(Origin.QOS, Integer.toString(message.qos().level()));
        if (message.retained()) {
            properties.put(Origin.RETAINED, "true");
        }
        message.contentType().ifPresent(type -> properties.put(Origin.CONTENT_TYPE, type));
        message.userProperties()
                .forEach((key, value) -> properties.put(Origin.USER_PROPERTY + key, value));
        return new Arrival(
                name,
                message.payload(),
                new Origin("mqtt", message.topic(), properties),
                message.redelivered(),
                clock.instant());
    }

    private final class Subscribing implements LinkRole {

        private final MqttSubscription subscription;
        private boolean subscribed;
        private volatile boolean leaving;

        Subscribing(MqttSubscription subscription) {
            this.subscription = subscription;
        }

        /// Subscribes unless this process did so in this session. After a restart it does so even
        /// if the session is there: the settings may have changed.
        @Override
        public Optional<String> connected(boolean sessionPresent) throws InterruptedException {
            if (sessionPresent && subscribed) {
                return Optional.empty();
            }
            Optional<String> trouble =
                    Subscriptions.subscribe(link.client(), subscription, connection.timing());
            subscribed = trouble.isEmpty();
            return trouble;
        }

        @Override
        public void leaving(Duration atMost) throws InterruptedException {
            leaving = true;
            link.await(() -> held.settled() || held.size() > REFUSED_AT_MOST, atMost);
        }

        @Override
        public void disconnected() {
            leaving = false;
            held.release();
        }

        @Override
        public boolean forgetSession() {
            return false;
        }
    }
}
