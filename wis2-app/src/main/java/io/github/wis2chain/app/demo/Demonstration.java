package io.github.wis2chain.app.demo;

import io.github.wis2chain.adapters.mqtt.Backlog;
import io.github.wis2chain.adapters.mqtt.MqttConnection;
import io.github.wis2chain.adapters.mqtt.MqttPublisher;
import io.github.wis2chain.adapters.mqtt.MqttSubscriber;
import io.github.wis2chain.adapters.mqtt.MqttSubscription;
import io.github.wis2chain.adapters.mqtt.Received;
import io.github.wis2chain.adapters.mqtt.SessionSettings;
import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.InvalidSettings;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.wnm.Wnm;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A node on loopback with a data server beside it and a subscriber in the place of a Global Broker;
/// one event goes through, told step by step.
public final class Demonstration implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 20;

    private final Narration tale;
    private final Path record;
    private final Ports ports;
    private final SampleServer server;
    private final Application node;
    private final MqttSubscriber globalBroker;
    private final Backlog notifications;

    private Demonstration(
            Narration tale,
            Path record,
            Ports ports,
            SampleServer server,
            Application node,
            MqttSubscriber globalBroker,
            Backlog notifications) {
        this.tale = tale;
        this.record = record;
        this.ports = ports;
        this.server = server;
        this.node = node;
        this.globalBroker = globalBroker;
        this.notifications = notifications;
    }

    /// Starts everything.
    ///
    /// @param data where the node keeps its files
    /// @param freePorts any ports instead of the usual ones
    /// @throws io.github.wis2chain.app.StartFailure if a part cannot start
    public static Demonstration start(Path data, boolean freePorts, PrintWriter out)
            throws IOException, InterruptedException {
        var tale = new Narration(out);
        Ports ports = freePorts ? Ports.free() : Ports.USUAL;
        SampleServer server = SampleServer.start();
        try {
            tale.happened("A data server with the sample file answers on " + server.base() + ".");
            InstantSource clock = InstantSource.system();
            Application node =
                    Application.start(
                            settings(data, ports), clock, DemoAccounts.at(clock.instant()));
            tale.happened(
                    "The node is ready: MQTT on %d, MQTT over WebSocket on %d (path /), API on %d."
                            .formatted(ports.mqtt(), ports.websocket(), ports.api()));
            var notifications = new Backlog();
            MqttSubscriber globalBroker = subscribe(ports, notifications);
            tale.happened(
                    "A subscriber in the place of a Global Broker listens to origin/# as user"
                            + " everyone.");
            return new Demonstration(
                    tale, record(data), ports, server, node, globalBroker, notifications);
        } catch (RuntimeException | IOException | InterruptedException failure) {
            server.close();
            throw failure;
        }
    }

    /// Sends the sample event and follows it.
    ///
    /// @return whether the notification arrived and conforms
    public boolean showOneEvent() throws InterruptedException {
        try (MqttPublisher producer = producer()) {
            tale.blank();
            tale.happened("The producer publishes an event about a new file:");
            tale.detail("topic  " + DemoSettings.EVENT_TOPIC);
            awaitConnection(producer);
            producer.publish(DemoSettings.EVENT_TOPIC, Payload.ofText(Samples.event(server.base())))
                    .toCompletableFuture()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            tale.happened("The event is on disk and its producer is acknowledged.");
        } catch (ExecutionException | TimeoutException failure) {
            tale.happened("The event could not be published: " + failure.getMessage());
            return false;
        }
        Optional<Received> received = notifications.next(Duration.ofSeconds(PATIENCE_SECONDS));
        if (received.isEmpty()) {
            tale.happened(
                    "No notification arrived within %d s. See: wis2 run list"
                            .formatted(PATIENCE_SECONDS));
            return false;
        }
        return show(received.get());
    }

    /// Shows every further notification until the thread is interrupted.
    public void stayUp() throws InterruptedException {
        tale.blank();
        tale.detail(
                """
                It stays up for your own events; Ctrl-C ends it. The password of each user is its name.
                The API and the console know viewer, operator and admin: http://127.0.0.1:%7$d

                  mosquitto_pub -p %1$d -u prod-files-rw -P prod-files-rw -q 1 -t %2$s -f event.json
                  mosquitto_sub -p %1$d -u everyone -P everyone -q 1 -t 'origin/#' -v
                  ./wis2 event send event.json%3$s
                  ./wis2 metadata publish '%4$s' --url %5$s%6$s --wait
                  ./wis2 run list%3$s
                """
                        .formatted(
                                ports.mqtt(),
                                DemoSettings.EVENT_TOPIC,
                                node("--url"),
                                record,
                                server.base() + "/" + Samples.RECORD,
                                node("--node"),
                                ports.api()));
        tale.blank();
        while (true) {
            Optional<Received> received = notifications.next(ChronoUnit.FOREVER.getDuration());
            if (received.isPresent()) {
                show(received.get());
                tale.blank();
            }
        }
    }

    /// How a command names the node, where it would not find it by itself.
    private String node(String option) {
        return ports.api() == Ports.USUAL.api()
                ? ""
                : " %s http://127.0.0.1:%d".formatted(option, ports.api());
    }

    private boolean show(Received received) {
        byte[] message = received.payload().bytes();
        tale.happened("A notification arrived, %d bytes:".formatted(message.length));
        tale.detail("topic  " + received.topic());
        tale.detail(received.payload().text());
        Report report = Wnm.validate(message, Profile.STRICT);
        report.findings().forEach(finding -> tale.detail(finding.sentence()));
        tale.happened(
                report.conforms()
                        ? "It conforms to WNM 1.3, strictly."
                        : "It does not conform to WNM 1.3.");
        return report.conforms();
    }

    private MqttPublisher producer() {
        return MqttPublisher.open(
                "embedded",
                MqttConnection.to("mqtt://127.0.0.1:" + ports.mqtt(), "demo-producer")
                        .withSession(SessionSettings.NONE)
                        .withLogin("prod-files-rw", "prod-files-rw"),
                MqttPublisher.Limits.DEFAULT,
                InstantSource.system());
    }

    private static void awaitConnection(MqttPublisher producer) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!producer.status().healthy() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    private static MqttSubscriber subscribe(Ports ports, Backlog to) throws InterruptedException {
        MqttSubscriber subscriber =
                MqttSubscriber.open(
                        MqttConnection.to("mqtt://127.0.0.1:" + ports.mqtt(), "demo-global-broker")
                                .withSession(SessionSettings.NONE)
                                .withLogin("everyone", "everyone"),
                        MqttSubscription.to("origin/#"),
                        to,
                        InstantSource.system());
        try {
            subscriber.answers().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return subscriber;
        } catch (ExecutionException | TimeoutException failure) {
            subscriber.close();
            throw new IllegalStateException(
                    "the subscriber did not reach the node's broker: " + failure.getMessage(),
                    failure);
        }
    }

    /// The discovery record of the sample as a file, since whoever publishes one has it at hand.
    private static Path record(Path data) throws IOException {
        return Files.write(data.resolve(Samples.RECORD), Samples.find(Samples.RECORD).orElseThrow())
                .toAbsolutePath();
    }

    private static Settings settings(Path data, Ports ports) {
        try {
            Files.createDirectories(data);
            return Settings.parse(
                            "the demonstration", DemoSettings.yaml(data, ports), data, Map.of())
                    .settings();
        } catch (InvalidSettings | IOException impossible) {
            throw new IllegalStateException(
                    "the demonstration cannot use the folder %s: %s"
                            .formatted(data, impossible.getMessage()),
                    impossible);
        }
    }

    @Override
    public void close() {
        globalBroker.close();
        node.close();
        server.close();
    }
}
