package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.CLIENT_ID;
import static io.github.wis2chain.adapters.mqtt.Settings.IMPATIENT;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// Every option of a connection does what it says, as Mosquitto sees it.
class MqttConnectionTest extends SourceFixture {

    /// Mosquitto writes down how a client introduced itself: `as wis2-source (p2, c0, k7)`.
    @ParameterizedTest
    @CsvSource({
        "V5, false, 7, 'p5, c0, k7'",
        "V3_1_1, false, 0, 'p2, c0, k0'",
        "V5, true, 65535, 'p5, c1, k65535'"
    })
    void version_clean_start_and_keep_alive_are_what_the_broker_is_told(
            ProtocolVersion version, boolean clean, int keepAlive, String told) throws IOException {
        var timing =
                new Timing(
                        Duration.ofSeconds(keepAlive),
                        IMPATIENT.connectTimeout(),
                        IMPATIENT.firstDelay(),
                        IMPATIENT.longestDelay());
        try (var broker = Mosquitto.open(folder);
                var source =
                        open(
                                connection(broker.url())
                                        .withProtocol(version)
                                        .withSession(new SessionSettings(Duration.ofDays(1), clean))
                                        .withTiming(timing))) {
            awaitHealthy(source);
            assertThat(broker.log()).contains("as %s (%s".formatted(CLIENT_ID, told));
        }
    }

    @Test
    void a_ping_keeps_a_silent_connection_alive() throws IOException {
        var timing =
                new Timing(
                        Duration.ofSeconds(1),
                        IMPATIENT.connectTimeout(),
                        IMPATIENT.firstDelay(),
                        IMPATIENT.longestDelay());
        try (var broker = Mosquitto.open(folder);
                var source = open(connection(broker.url()).withTiming(timing))) {
            awaitHealthy(source);
            await().until(() -> broker.log().contains("Received PINGREQ from " + CLIENT_ID));
            assertThat(source.status().healthy()).isTrue();
        }
    }

    @Test
    void a_session_is_gone_after_its_expiry() throws IOException {
        try (var broker = Mosquitto.open(folder)) {
            MqttConnection connection =
                    connection(broker.url())
                            .withSession(new SessionSettings(Duration.ofSeconds(1), false));
            try (var source = open(connection)) {
                awaitHealthy(source);
            }
            await().until(() -> broker.log().contains("Expiring client " + CLIENT_ID));
        }
    }

    @Test
    void a_session_that_is_not_to_be_kept_ends_with_the_connection()
            throws IOException, InterruptedException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            MqttConnection connection =
                    connection(broker.url()).withSession(new SessionSettings(Duration.ZERO, false));
            try (var source = open(connection)) {
                awaitHealthy(source);
            }
            producer.publish(TOPIC, "nobody is there");
            try (var later = RawClient.connect(broker.port(), CLIENT_ID)) {
                later.subscribe(TOPIC);
                producer.publish(TOPIC, "after");
                assertThat(later.next()).isEqualTo("after");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', /", "/mqtt, /mqtt"})
    void the_path_of_a_web_socket_is_the_one_of_the_address(String path, String asked)
            throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var _ = open(connection("ws://127.0.0.1:" + server.getLocalPort() + path))) {
            server.setSoTimeout(20_000);
            try (Socket caller = server.accept();
                    var lines =
                            new BufferedReader(
                                    new InputStreamReader(
                                            caller.getInputStream(), StandardCharsets.US_ASCII))) {
                assertThat(lines.readLine()).isEqualTo("GET %s HTTP/1.1".formatted(asked));
            }
        }
    }

    /// Mosquitto throws the older client out without a word.
    @Test
    void a_client_id_that_another_process_uses_is_named_as_a_possible_reason() throws IOException {
        var patient =
                new Timing(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1));
        try (var broker = Mosquitto.open(folder);
                var source = open(connection(broker.url()).withTiming(patient))) {
            awaitHealthy(source);
            try (var _ = RawClient.connect(broker.port(), CLIENT_ID)) {
                await().untilAsserted(() ->
                        assertThat(source.status().text())
                                .contains("another client connected with the same client id"));
            }
        }
    }
}
