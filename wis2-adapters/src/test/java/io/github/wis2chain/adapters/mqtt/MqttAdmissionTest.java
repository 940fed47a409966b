package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.NAME;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;
import static io.github.wis2chain.adapters.mqtt.Settings.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.run.Payload;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Passwords, certificates and what is said when they are wrong, with Mosquitto over TCP and TLS.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MqttAdmissionTest {

    private Path folder;
    private TestIdentities identities;
    private Mosquitto broker;
    private int tlsPort;
    private int mutualPort;

    @BeforeAll
    void start(@TempDir Path temporary) throws IOException {
        Settings.awaitInShortSteps();
        folder = temporary;
        identities = TestIdentities.make(folder, "localhost");
        Path passwords = Mosquitto.passwords(folder, "chain", "hunter2");
        tlsPort = Mosquitto.freePort();
        mutualPort = Mosquitto.freePort();
        broker =
                Mosquitto.start(
                        folder,
                        List.of(
                                "allow_anonymous false",
                                "password_file " + passwords,
                                "listener " + tlsPort + " 127.0.0.1",
                                "certfile " + identities.certificate("broker"),
                                "keyfile " + identities.key("broker"),
                                "listener " + mutualPort + " 127.0.0.1",
                                "cafile " + identities.certificate("authority"),
                                "certfile " + identities.certificate("broker"),
                                "keyfile " + identities.key("broker"),
                                "require_certificate true",
                                "use_identity_as_username true"));
    }

    @AfterAll
    void stop() {
        if (broker != null) {
            broker.close();
        }
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void a_user_with_the_right_password_is_let_in(ProtocolVersion version) {
        assertPasses(connection(broker.url()).withLogin("chain", "hunter2").withProtocol(version));
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void a_wrong_password_is_named_as_the_reason(ProtocolVersion version) {
        assertRefused(
                connection(broker.url()).withLogin("chain", "wrong").withProtocol(version),
                "the broker refused the connection: NOT_AUTHORIZED");
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void a_broker_with_a_certificate_of_our_own_authority_is_trusted(ProtocolVersion version) {
        assertPasses(
                connection("mqtts://localhost:" + tlsPort)
                        .withTls(trusting())
                        .withLogin("chain", "hunter2")
                        .withProtocol(version));
    }

    @Test
    void a_certificate_of_an_unknown_authority_is_refused() {
        assertRefused(
                connection("mqtts://localhost:" + tlsPort).withLogin("chain", "hunter2"),
                "TLS failed: the broker's certificate leads to no authority that is trusted here");
    }

    @Test
    void an_unknown_authority_is_refused_even_when_any_host_name_will_do() {
        assertRefused(
                connection("mqtts://localhost:" + tlsPort)
                        .withTls(TlsSettings.DEFAULT.withAnyHostName())
                        .withLogin("chain", "hunter2"),
                "TLS failed");
    }

    @Test
    void a_certificate_for_another_host_is_refused_unless_any_host_name_will_do() {
        MqttConnection connection =
                connection("mqtts://127.0.0.1:" + tlsPort).withLogin("chain", "hunter2");
        assertRefused(connection.withTls(trusting()), "TLS failed");
        assertPasses(connection.withTls(trusting().withAnyHostName()));
    }

    @Test
    void a_client_certificate_is_shown() {
        assertPasses(
                connection("mqtts://localhost:" + mutualPort)
                        .withTls(
                                trusting()
                                        .withIdentity(
                                                identities.certificate("client"),
                                                identities.key("client"))));
    }

    @Test
    void a_client_key_may_be_in_the_older_form() {
        assertPasses(
                connection("mqtts://localhost:" + mutualPort)
                        .withTls(
                                trusting()
                                        .withIdentity(
                                                identities.certificate("client"),
                                                identities.oldKey("client"))));
    }

    @Test
    void a_broker_that_wants_a_client_certificate_refuses_a_client_without_one() {
        try (var source = open(connection("mqtts://localhost:" + mutualPort).withTls(trusting()))) {
            await().until(() -> source.status().text().startsWith("Not connected"));
            assertThat(source.status().healthy()).isFalse();
        }
    }

    @Test
    void files_that_cannot_be_used_are_named() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
        Path missing = folder.resolve("missing.pem");
        Path encrypted =
                Files.writeString(
                        folder.resolve("encrypted.pem"),
                        """
                        -----BEGIN ENCRYPTED PRIVATE KEY-----
                        AAAA
                        -----END ENCRYPTED PRIVATE KEY-----
                        """);
        Path client = identities.certificate("client");
        assertNamed(TlsSettings.DEFAULT.withAuthorities(missing), missing, "cannot be read");
        assertNamed(TlsSettings.DEFAULT.withAuthorities(empty), empty, "certificates");
        assertNamed(TlsSettings.DEFAULT.withIdentity(client, empty), empty, "private key");
        assertNamed(
                TlsSettings.DEFAULT.withIdentity(client, encrypted), encrypted, "openssl pkcs8");
    }

    private void assertNamed(TlsSettings tls, Path file, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> open(connection("mqtts://localhost:" + tlsPort).withTls(tls)).close())
                .withMessageContaining(file.toString())
                .withMessageContaining(reason);
    }

    private TlsSettings trusting() {
        return TlsSettings.DEFAULT.withAuthorities(identities.certificate("authority"));
    }

    /// A notification goes out and an event comes in over connections of this kind.
    private static void assertPasses(MqttConnection connection) {
        var journal = new TestJournal();
        MqttConnection publishing =
                new MqttConnection(
                        connection.broker(),
                        "wis2-publisher",
                        connection.protocol(),
                        connection.session(),
                        connection.login(),
                        connection.tls(),
                        connection.proxy(),
                        connection.timing(),
                        connection.largestPacket());
        try (var source =
                        MqttSource.open(
                                NAME,
                                connection,
                                files(),
                                journal.intake(),
                                InstantSource.system());
                var publisher =
                        MqttPublisher.open(
                                "b",
                                publishing,
                                MqttPublisher.Limits.DEFAULT,
                                InstantSource.system())) {
            await().until(() -> source.status().healthy() && publisher.status().healthy());
            Delivery delivery =
                    publisher.publish(TOPIC, Payload.ofText("x")).toCompletableFuture().join();
            assertThat(delivery.reason()).isEqualTo("SUCCESS");
            await().until(() -> journal.texts().equals(List.of("x")));
        }
    }

    private static void assertRefused(MqttConnection connection, String reason) {
        try (var source = open(connection)) {
            await().untilAsserted(() -> assertThat(source.status().text()).contains(reason));
            assertThat(source.status().healthy()).isFalse();
        }
    }

    private static MqttSource open(MqttConnection connection) {
        return MqttSource.open(
                NAME, connection, files(), new TestJournal().intake(), InstantSource.system());
    }
}
