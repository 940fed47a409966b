package io.github.wis2chain.adapters.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.client.parameter.Listener;

import io.github.wis2chain.engine.chain.Publisher;
import io.github.wis2chain.engine.run.Source;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The MQTT broker of this process: MQTT 3.1.1 and 5 over TCP and WebSocket, with and without TLS;
/// known users only; sessions, queues and retained messages kept over a restart.
///
/// A start takes one to three seconds, so it is best made on a thread of its own beside the rest.
/// A process has one such broker at a time, because some of its options are static.
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedBroker.class);

    /// The probe of the listeners has connected already.
    private static final Duration LONGEST_PROBE = Duration.ofSeconds(10);

    private final List<BrokerListener> listeners;
    private final List<EventInlet> inlets;
    private final InProcessPublisher publisher;
    private final BrokerWatch watch;
    private final BytesInFlight bytes;
    private final ConnectionLimit connections;
    private final boolean lastEndedCleanly;

    /// What is to be closed, the last opened first.
    private final Deque<AutoCloseable> parts;

    private EmbeddedBroker(
            List<BrokerListener> listeners,
            List<EventInlet> inlets,
            InProcessPublisher publisher,
            BrokerWatch watch,
            BytesInFlight bytes,
            ConnectionLimit connections,
            boolean lastEndedCleanly,
            Deque<AutoCloseable> parts) {
        this.listeners = listeners;
        this.inlets = inlets;
        this.publisher = publisher;
        this.watch = watch;
        this.bytes = bytes;
        this.connections = connections;
        this.lastEndedCleanly = lastEndedCleanly;
        this.parts = parts;
    }

    /// Lets the broker count what it takes. To be called before anything in this process opens a
    /// connection; a start does it as well, which may be too late.
    public static void prepare() {
        PacketGates.enable();
    }

    /// Starts the broker; returns when every listener answers.
    ///
    /// @param inlets take what producers publish to them
    /// @throws BrokerStartFailure one sentence about what is in the way; nothing is left running
    public static EmbeddedBroker start(
            BrokerSettings settings, InstantSource clock, List<EventInlet> inlets) {
        long begun = System.nanoTime();
        var parts = new ArrayDeque<AutoCloseable>();
        try {
            EmbeddedBroker broker = start(settings, clock, List.copyOf(inlets), parts);
            log.info(
                    "The embedded broker started in {} ms on {}.",
                    Duration.ofNanos(System.nanoTime() - begun).toMillis(),
                    broker.listeners);
            if (settings.users().isEmpty()) {
                log.warn("The embedded broker has no users, so it lets nobody in.");
            }
            return broker;
        } catch (RuntimeException failure) {
            closeAll(parts).forEach(failure::addSuppressed);
            throw failure;
        }
    }

    private static EmbeddedBroker start(
            BrokerSettings settings,
            InstantSource clock,
            List<EventInlet> inlets,
            Deque<AutoCloseable> parts) {
        PacketGates.enable();
        BrokerLimits limits = settings.limits();
        var bytes = BytesInFlight.ofThisProcess(limits.packetBytes());
        var connections = new ConnectionLimit(limits.connections());
        PacketGates.use(bytes, connections);
        ListenerProbe.requireFree(settings.listeners());
        BrokerFolder folder = BrokerFolder.open(settings.folder());
        parts.push(folder);
        folder.configure(settings);
        var credentials = new Credentials(settings.users());
        parts.push(credentials);
        var extension = new BrokerExtension(credentials, inlets, clock, limits.patience());
        EmbeddedHiveMQ server = HiveMq.start(folder, limits, extension);
        parts.push(() -> {
            HiveMq.stop(server);
            folder.endCleanly();
        });
        List<BrokerListener> listeners = actual(settings.listeners(), extension);
        ListenerProbe.requireOpen(listeners);
        requireGate(bytes);
        var disk = new DiskGuard(folder.data());
        var watch = BrokerWatch.start(server.getMetricRegistry(), disk, clock);
        parts.push(watch);
        var publisher = new InProcessPublisher(extension.inside().publishing(), clock, disk);
        inlets.forEach(EventInlet::open);
        return new EmbeddedBroker(
                listeners,
                inlets,
                publisher,
                watch,
                bytes,
                connections,
                folder.endedCleanly(),
                parts);
    }

    private static void requireGate(BytesInFlight bytes) {
        if (!bytes.isInUse(LONGEST_PROBE)) {
            throw new BrokerStartFailure(
                    "The embedded broker takes packets of any size, because connections were opened"
                            + " before it was prepared; give java the option"
                            + " -Dio.netty.bootstrap.extensions=serviceload.");
        }
    }

    /// The listeners with the ports that the broker found for them. If it has others than those
    /// wanted, it did not understand its configuration, which alone does not keep it from starting.
    private static List<BrokerListener> actual(
            List<BrokerListener> wanted, BrokerExtension extension) {
        Map<String, Listener> found =
                extension.listeners().stream()
                        .collect(Collectors.toMap(Listener::getName, listener -> listener));
        var actual = new ArrayList<BrokerListener>();
        for (int i = 0; i < wanted.size(); i++) {
            Listener listener = found.remove(BrokerConfiguration.nameOf(i));
            if (listener == null || !listener.getBindAddress().equals(wanted.get(i).address())) {
                throw new BrokerStartFailure(
                        "The embedded broker did not open %s as configured; see the log."
                                .formatted(wanted.get(i)));
            }
            actual.add(wanted.get(i).onPort(listener.getPort()));
        }
        if (!found.isEmpty()) {
            throw new BrokerStartFailure(
                    "The embedded broker opened listeners that nobody asked for: %s."
                            .formatted(found.keySet()));
        }
        return List.copyOf(actual);
    }

    /// The listeners with their actual ports.
    public List<BrokerListener> listeners() {
        return listeners;
    }

    /// Publishes into this broker, without a connection.
    public Publisher publisher() {
        return publisher;
    }

    /// Whether what is published into it now is taken: it is not stopping, its disk has room, and it
    /// keeps up.
    public boolean takes() {
        return publisher.takes();
    }

    /// The event inlets, as sources.
    public List<Source> sources() {
        return List.copyOf(inlets);
    }

    /// Whether the broker's last stop was orderly, or this is its first start. If not, and the
    /// machine went down, messages acknowledged in the last second or two before may be missing
    /// from its queues: what matters should be published again.
    public boolean lastEndedCleanly() {
        return lastEndedCleanly;
    }

    /// The bytes under way in it.
    BytesInFlight bytes() {
        return bytes;
    }

    /// The connections to it.
    ConnectionLimit connections() {
        return connections;
    }

    /// How the broker is now.
    public BrokerStatus status() {
        return new BrokerStatus(
                listeners,
                watch.value("com.hivemq.networking.connections.current"),
                watch.value("com.hivemq.sessions.overall.current"),
                watch.value("com.hivemq.subscriptions.overall.current"),
                watch.value("com.hivemq.messages.retained.current"),
                watch.value("com.hivemq.messages.incoming.publish.count"),
                watch.value("com.hivemq.messages.outgoing.publish.count"),
                watch.dropped(),
                watch.lastDrop(),
                connections.refused(),
                publisher.onTheWay());
    }

    /// Stops the broker: takes no more events, disconnects its clients, writes what is unwritten.
    /// Takes two to three seconds. A second call does nothing.
    @Override
    public void close() {
        inlets.forEach(EventInlet::close);
        publisher.close();
        List<Exception> problems = closeAll(parts);
        if (problems.isEmpty()) {
            log.info("The embedded broker stopped.");
        }
        for (Exception problem : problems) {
            log.error("The embedded broker did not stop in an orderly way.", problem);
        }
    }

    private static List<Exception> closeAll(Deque<AutoCloseable> parts) {
        var problems = new ArrayList<Exception>();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                problems.add(e);
            }
        }
        return problems;
    }
}
