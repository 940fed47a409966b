package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.READER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;
import io.github.wis2chain.adapters.broker.BrokerSettings.TlsFiles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How the broker starts, refuses to, and comes back.
class EmbeddedBrokerStartTest {

    @TempDir private Path folder;

    @Test
    void a_port_in_use_stops_the_start_by_name() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var settings =
                    TestBroker.settings(folder)
                            .withListeners(
                                    List.of(
                                            new BrokerListener(Transport.TCP, "127.0.0.1", 0),
                                            new BrokerListener(
                                                    Transport.WEBSOCKET,
                                                    "127.0.0.1",
                                                    taken.getLocalPort())));

            assertThatExceptionOfType(BrokerStartFailure.class)
                    .isThrownBy(() -> TestBroker.start(settings))
                    .withMessageContaining("cannot listen on port " + taken.getLocalPort());
        }
    }

    @Test
    void a_listener_that_does_not_answer_is_noticed_after_the_start() throws Exception {
        int free;
        try (var socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() ->
                        ListenerProbe.requireOpen(
                                List.of(new BrokerListener(Transport.TCP, "127.0.0.1", free))))
                .withMessageContaining("port " + free);
    }

    @Test
    void a_name_that_does_not_resolve_is_told_from_a_port_in_use() {
        var listener = new BrokerListener(Transport.TCP, "no-such-host.invalid", 0);
        var address = InetSocketAddress.createUnresolved(listener.address(), 0);

        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() -> ListenerProbe.requireFree(listener, address))
                .withMessageContaining("no-such-host.invalid")
                .withMessageContaining("the name does not resolve");
    }

    @Test
    void an_address_that_is_none_of_this_machine_is_told_from_a_port_in_use() {
        var listener = new BrokerListener(Transport.TCP, "192.0.2.7", 0);
        assumeFalse(canBind(listener.address()), "This machine binds addresses that it has not.");

        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() -> ListenerProbe.requireFree(List.of(listener)))
                .withMessageContaining("192.0.2.7")
                .withMessageContaining("no network interface of this machine has this address");
    }

    private static boolean canBind(String address) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, 0));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    @Test
    void a_folder_in_use_stops_the_start() {
        try (var first = BrokerFolder.open(folder)) {
            assertThat(first.endedCleanly()).isTrue();
            assertThatExceptionOfType(BrokerStartFailure.class)
                    .isThrownBy(() -> TestBroker.start(TestBroker.settings(folder)))
                    .withMessageContaining("in use by another process");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_folder_that_is_a_file_stops_the_start() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() -> TestBroker.start(TestBroker.settings(file)))
                .withMessageContaining(file.toString());
    }

    @Test
    void a_key_of_another_certificate_stops_the_start() throws Exception {
        var server = TestCertificate.make(folder, "server");
        var pairs = KeyPairGenerator.getInstance("EC");
        pairs.initialize(384);
        Path other =
                Files.writeString(
                        folder.resolve("other.key"),
                        TestCertificate.pem(
                                "PRIVATE KEY", pairs.generateKeyPair().getPrivate().getEncoded()));

        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() -> PemIdentity.read(new TlsFiles(server.files().chain(), other)))
                .withMessageContaining("does not belong to the first certificate");
        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() ->
                        PemIdentity.read(new TlsFiles(server.files().key(), server.files().key())))
                .withMessageContaining("server.key");
        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() ->
                        PemIdentity.read(
                                new TlsFiles(server.files().chain(), server.files().chain())))
                .withMessageContaining("openssl pkcs8");
    }

    @Test
    void without_users_nobody_enters_and_the_process_keeps_its_handlers() {
        var settings = BrokerSettings.onLoopback(folder, Optional.empty(), List.of());
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        try (var broker =
                TestBroker.start(
                        settings.withListeners(
                                List.of(new BrokerListener(Transport.TCP, "127.0.0.1", 0))))) {
            assertThat(Thread.getDefaultUncaughtExceptionHandler()).isSameAs(before);
            var anonymous =
                    TestBroker.client(TestBroker.port(broker), "admin", "hivemq").buildBlocking();
            assertThatExceptionOfType(Mqtt5ConnAckException.class).isThrownBy(anonymous::connect);
        }
    }

    @Test
    void sessions_queues_and_retained_messages_outlive_a_restart() throws Exception {
        try (var broker = TestBroker.start(TestBroker.settings(folder))) {
            assertThat(broker.lastEndedCleanly()).isTrue();
            int port = TestBroker.port(broker);
            var sleeper =
                    TestBroker.client(port, READER.name(), PASSWORD)
                            .identifier("sleeper")
                            .buildBlocking();
            sleeper.connectWith().cleanStart(false).sessionExpiryInterval(600).send();
            sleeper.subscribeWith().topicFilter("diffusion/files/#").send();
            sleeper.disconnect();
            var producer = connected(port, PRODUCER, "producer");
            for (int i = 0; i < 50; i++) {
                producer.publishWith()
                        .topic("diffusion/files/x")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .retain(i == 0)
                        .payload(utf8("m" + i))
                        .send();
            }
            producer.disconnect();
        }
        try (var broker = TestBroker.start(TestBroker.settings(folder))) {
            assertThat(broker.lastEndedCleanly()).isTrue();
            assertThat(broker.status().retained()).isEqualTo(1);
            var sleeper =
                    TestBroker.client(TestBroker.port(broker), READER.name(), PASSWORD)
                            .identifier("sleeper")
                            .buildBlocking();
            var received = new ArrayList<String>();
            try (var messages = sleeper.publishes(MqttGlobalPublishFilter.ALL)) {
                var session =
                        sleeper.connectWith().cleanStart(false).sessionExpiryInterval(600).send();
                assertThat(session.isSessionPresent()).isTrue();
                while (received.size() < 50) {
                    received.add(
                            new String(
                                    messages.receive(10, TimeUnit.SECONDS)
                                            .orElseThrow()
                                            .getPayloadAsBytes(),
                                    StandardCharsets.UTF_8));
                }
            }
            assertThat(received)
                    .isEqualTo(
                            java.util.stream.IntStream.range(0, 50)
                                    .mapToObj(i -> "m" + i)
                                    .toList());
            sleeper.disconnect();
        }
    }
}
