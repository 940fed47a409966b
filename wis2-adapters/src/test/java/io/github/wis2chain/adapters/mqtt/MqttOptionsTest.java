package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.CLIENT_ID;
import static io.github.wis2chain.adapters.mqtt.Settings.IMPATIENT;
import static io.github.wis2chain.adapters.mqtt.Settings.NAME;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Every option of a connection and of a subscription does what it says, as Mosquitto sees it.
class MqttOptionsTest {

    private final TestJournal journal = new TestJournal();

    @TempDir private Path folder;

    @BeforeEach
    void await_in_short_steps() {
        Settings.awaitInShortSteps();
    }

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
                                        .withTiming(timing),
                                files())) {
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
                var source = open(connection(broker.url()).withTiming(timing), files())) {
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
            try (var source = open(connection, files())) {
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
            try (var source = open(connection, files())) {
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
    @EnumSource(Qos.class)
    void events_come_with_the_quality_that_was_subscribed_to(Qos qos) throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(broker.url()), files().withQos(qos))) {
            awaitHealthy(source);
            producer.publish(
                    TOPIC, message -> message.payload(new byte[1]).qos(Qos.EXACTLY_ONCE.code()));
            awaitArrivals(1);
            assertThat(properties(0)).containsEntry(Origin.QOS, Integer.toString(qos.level()));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void no_local_leaves_out_what_the_client_itself_published(boolean noLocal) throws IOException {
        BlockingQueue<String> received = new LinkedBlockingQueue<>();
        var inlet =
                Client.Inlet.direct(message -> {
                    received.add(message.payload().text());
                    message.acknowledge().run();
                });
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            Client client = Client.of(connection(broker.url()), inlet, new Deaf());
            client.connect(true).join();
            client.subscribe(subscription(noLocal, false, RetainHandling.NEVER)).join();
            client.publish(TOPIC, "own".getBytes(StandardCharsets.UTF_8)).join();
            producer.publish(TOPIC, "of another");
            await().until(() -> received.contains("of another"));
            assertThat(received.contains("own")).isNotEqualTo(noLocal);
            client.disconnect().join();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void retain_as_published_keeps_the_mark_of_a_message_that_comes_live(boolean kept)
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source =
                        open(
                                connection(broker.url()),
                                subscription(false, kept, RetainHandling.NEVER))) {
            awaitHealthy(source);
            producer.publish(TOPIC, message -> message.payload(new byte[1]).retain(true));
            awaitArrivals(1);
            assertThat(properties(0).containsKey(Origin.RETAINED)).isEqualTo(kept);
        }
    }

    /// A live message follows each time, so that what did not come before it will not come.
    @ParameterizedTest
    @CsvSource({"ALWAYS, 'r a r b'", "IF_NEW, 'r a b'", "NEVER, 'a b'"})
    void retained_messages_come_as_often_as_the_handling_says(RetainHandling handling, String seen)
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            producer.publish(
                    TOPIC,
                    message -> message.payload("r".getBytes(StandardCharsets.UTF_8)).retain(true));
            for (String live : List.of("a", "b")) {
                try (var source =
                        open(connection(broker.url()), subscription(false, false, handling))) {
                    awaitHealthy(source);
                    producer.publish(TOPIC, live);
                    await().until(() -> journal.texts().contains(live));
                }
            }
            assertThat(String.join(" ", journal.texts())).isEqualTo(seen);
        }
    }

    @Test
    void a_shared_group_is_known_to_version_3_too() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source =
                        open(
                                connection(broker.url()).withProtocol(ProtocolVersion.V3_1_1),
                                files().withSharedGroup("chain"))) {
            awaitHealthy(source);
            producer.publishNumbers(TOPIC, 5);
            awaitArrivals(5);
            assertThat(journal.texts()).isEqualTo(RawClient.numbers(5));
        }
    }

    @ParameterizedTest
    @CsvSource({"'', /", "/mqtt, /mqtt"})
    void the_path_of_a_web_socket_is_the_one_of_the_address(String path, String asked)
            throws IOException {
        try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                var _ =
                        open(
                                connection("ws://127.0.0.1:" + server.getLocalPort() + path),
                                files())) {
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
                var source = open(connection(broker.url()).withTiming(patient), files())) {
            awaitHealthy(source);
            try (var _ = RawClient.connect(broker.port(), CLIENT_ID)) {
                await().untilAsserted(() ->
                        assertThat(source.status().text())
                                .contains("another client connected with the same client id"));
            }
        }
    }

    private static MqttSubscription files() {
        return MqttSubscription.to("diffusion/files/#");
    }

    private static MqttSubscription subscription(
            boolean noLocal, boolean retainAsPublished, RetainHandling handling) {
        return new MqttSubscription(
                List.of("diffusion/files/#"),
                Qos.AT_LEAST_ONCE,
                Optional.empty(),
                noLocal,
                retainAsPublished,
                handling);
    }

    private MqttSource open(MqttConnection connection, MqttSubscription subscription) {
        return MqttSource.open(
                NAME,
                connection,
                MqttSource.Wanted.all(subscription),
                journal.intake(),
                InstantSource.system());
    }

    private Map<String, String> properties(int index) {
        Arrival arrival = journal.arrivals().get(index);
        return arrival.origin().properties();
    }

    private void awaitArrivals(int count) {
        await().until(() -> journal.arrivals().size() >= count);
    }

    private static void awaitHealthy(MqttSource source) {
        await().until(() -> source.status().healthy());
    }

    /// Does not mind what happens to its connection.
    private static final class Deaf implements Client.Listener {

        @Override
        public void connected() {}

        @Override
        public void disconnected(Throwable cause) {}
    }
}
