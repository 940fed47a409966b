package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.READER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.standards.topics.TopicFilter;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;

/// One broker with every kind of listener for all tests of a class, and a journal behind it that
/// does as it is told and forgets before every test.
final class RunningBroker implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /// Where events are published; payloads that begin with `unwanted` are none.
    static final String EVENTS = "diffusion/files/coriolis/argo";

    /// The packet limit of this broker; it keeps 100 messages for an absent client and has patience
    /// for 2 s.
    private static final BrokerLimits LIMITS =
            new BrokerLimits(
                    100,
                    1 << 20,
                    1_000,
                    1_000,
                    Duration.ofDays(1),
                    Duration.ofSeconds(2),
                    Duration.ZERO);

    final HeldJournal journal = new HeldJournal();
    private @Nullable Started started;

    private record Started(Path folder, TestCertificate certificate, EmbeddedBroker broker) {}

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        Path folder = Files.createTempDirectory("running-broker");
        TestCertificate certificate = TestCertificate.make(folder, "server");
        var settings =
                BrokerSettings.onLoopback(
                                folder.resolve("broker"),
                                Optional.of(certificate.files()),
                                List.of(PRODUCER, READER))
                        .withListeners(
                                Arrays.stream(Transport.values())
                                        .map(kind -> new BrokerListener(kind, "127.0.0.1", 0))
                                        .toList())
                        .withLimits(LIMITS);
        started = new Started(folder, certificate, TestBroker.start(settings, inlet()));
    }

    private EventInlet inlet() {
        return new EventInlet(
                new SourceName("argo-files"),
                List.of(new TopicFilter(EVENTS + "/#"), new TopicFilter(EVENTS)),
                payload -> !payload.text().startsWith("unwanted"),
                journal);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        journal.reset();
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        started().broker().close();
        try (var files = Files.walk(started().folder())) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Started started() {
        return Objects.requireNonNull(started);
    }

    EmbeddedBroker broker() {
        return started().broker();
    }

    TestCertificate certificate() {
        return started().certificate();
    }

    int port() {
        return TestBroker.port(broker());
    }

    int port(Transport transport) {
        return TestBroker.port(broker(), transport);
    }

    /// A producer of MQTT 3.1.1 that has been let in.
    RawMqtt producer(String name) throws Exception {
        return producer(Transport.TCP, 4, name);
    }

    /// A producer that has been let in.
    ///
    /// @param level 4 is MQTT 3.1.1, 5 is MQTT 5
    RawMqtt producer(Transport transport, int level, String name) throws Exception {
        RawMqtt client =
                stranger(transport, level)
                        .introduce(
                                60,
                                "%s-%s-%d".formatted(name, transport, level),
                                PRODUCER.name(),
                                PASSWORD);
        assertThat(client.read()).isEqualTo(RawMqtt.CONNACK);
        return client;
    }

    /// A connection on which nothing was said yet.
    RawMqtt stranger(Transport transport, int level) throws Exception {
        var context = SSLContext.getInstance("TLS");
        context.init(null, certificate().trust().getTrustManagers(), null);
        SocketFactory sockets =
                transport.encrypted() ? context.getSocketFactory() : SocketFactory.getDefault();
        return RawMqtt.open(
                sockets.createSocket("localhost", port(transport)), transport.overHttp(), level);
    }

    BytesInFlight bytes() {
        return broker().bytes();
    }

    void awaitNothingUnderWay() {
        await().until(() -> bytes().now() == 0);
    }
}
