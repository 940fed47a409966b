package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.CLIENT_ID;
import static io.github.wis2chain.adapters.mqtt.Settings.NAME;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;
import static io.github.wis2chain.adapters.mqtt.Settings.files;
import static io.github.wis2chain.adapters.mqtt.Settings.filesWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Events from Mosquitto: what is acknowledged when, and what an interruption costs.
class MqttSourceTest {

    private final TestJournal journal = new TestJournal();

    @TempDir private Path folder;

    @BeforeEach
    void await_in_short_steps() {
        Settings.awaitInShortSteps();
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void an_event_is_acknowledged_after_its_commit_and_not_before(ProtocolVersion version)
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(proxy.url()).withProtocol(version))) {
            journal.holdCommits();
            awaitHealthy(source);

            producer.publishNumbers(TOPIC, 3);
            awaitArrivals(3);
            assertThat(proxy.acknowledgements()).isZero();

            journal.commit();
            await().until(() -> proxy.acknowledgements() == 3);
            assertThat(journal.texts()).isEqualTo(RawClient.numbers(3));
            assertThat(source.status().received()).isEqualTo(3);
        }
    }

    @Test
    void an_event_tells_where_it_came_from() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(broker.url()))) {
            awaitHealthy(source);
            producer.publish(
                    TOPIC,
                    message ->
                            message.payload(new byte[] {(byte) 0xff, 0})
                                    .contentType("application/cloudevents+json")
                                    .userProperties()
                                    .add("ce_id", "1")
                                    .add("ce_id", "2")
                                    .applyUserProperties());
            awaitArrivals(1);

            Arrival arrival = journal.arrivals().getFirst();
            assertThat(arrival.source()).isEqualTo(NAME);
            assertThat(arrival.payload().bytes()).containsExactly(0xff, 0);
            assertThat(arrival.redelivered()).isFalse();
            assertThat(arrival.origin().transport()).isEqualTo("mqtt");
            assertThat(arrival.origin().place()).isEqualTo(TOPIC);
            assertThat(arrival.origin().properties())
                    .containsEntry(Origin.QOS, "1")
                    .containsEntry(Origin.CONTENT_TYPE, "application/cloudevents+json")
                    .containsEntry(Origin.USER_PROPERTY + "ce_id", "2")
                    .doesNotContainKey(Origin.RETAINED);
        }
    }

    @Test
    void a_retained_message_is_marked() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            producer.publish(TOPIC, message -> message.payload(new byte[1]).retain(true));
            try (var source = open(connection(broker.url()))) {
                awaitHealthy(source);
                awaitArrivals(1);
                assertThat(journal.arrivals().getFirst().origin().properties())
                        .containsEntry(Origin.RETAINED, "true");
            }
        }
    }

    /// Rules 1 and 2 of what holding acknowledgements taught: what is held when the connection ends
    /// is let go, and no small receive maximum is announced. 400 messages are far more than
    /// Mosquitto's window of 20.
    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void messages_held_while_the_connection_breaks_come_again_and_are_acknowledged(
            ProtocolVersion version) throws IOException, InterruptedException {
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var producer = RawClient.connect(broker.port(), "producer")) {
            try (var source = open(connection(proxy.url()).withProtocol(version))) {
                journal.holdCommits();
                awaitHealthy(source);
                producer.publishNumbers(TOPIC, 400);
                awaitArrivals(20);
                int before = journal.arrivals().size();

                proxy.cut();
                await().until(() -> journal.arrivals().size() >= before + 20);
                assertThat(proxy.acknowledgements()).isZero();
                assertThat(journal.arrivals().subList(0, before)).noneMatch(Arrival::redelivered);
                assertThat(journal.arrivals().subList(before, before + 20))
                        .allMatch(Arrival::redelivered);

                journal.commit();
                await().until(() -> proxy.acknowledgements() >= 400);
                assertThat(journal.texts()).containsAll(RawClient.numbers(400));
                assertThat(proxy.connections()).isEqualTo(2);
            }
            assertThat(RawClient.leftFor(broker.port(), CLIENT_ID, TOPIC)).isEmpty();
        }
    }

    @Test
    void a_window_of_a_thousand_survives_repeated_cuts_without_loss() throws IOException {
        String[] settings = {"max_inflight_messages 1000", "max_queued_messages 0"};
        try (var broker = Mosquitto.open(folder, settings);
                var proxy = CuttableProxy.before(broker.port());
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(proxy.url()))) {
            awaitHealthy(source);
            for (int round = 0; round < 3; round++) {
                int connections = proxy.connections();
                int before = journal.arrivals().size();
                String topic = TOPIC + "/" + round;
                journal.holdCommits();
                producer.publishNumbers(topic, 500);
                await().until(() -> journal.arrivals().size() >= before + 100);
                proxy.cut();
                journal.commit();
                await().until(() -> textsOf(topic).containsAll(RawClient.numbers(500)));
                await().until(() -> proxy.connections() > connections);
            }
        }
    }

    /// Rule 3: the flow of messages is there before the connection.
    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void a_new_process_gets_what_was_queued_for_the_old_one(ProtocolVersion version)
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            try (var source = open(connection(broker.url()).withProtocol(version))) {
                awaitHealthy(source);
            }
            producer.publishNumbers(TOPIC, 100);
            try (var _ = open(connection(broker.url()).withProtocol(version))) {
                awaitArrivals(100);
                assertThat(journal.texts()).isEqualTo(RawClient.numbers(100));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void a_clean_start_forgets_the_past_and_keeps_the_session_from_then_on(ProtocolVersion version)
            throws IOException {
        var clean = new SessionSettings(Duration.ofDays(1), true);
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var producer = RawClient.connect(broker.port(), "producer")) {
            try (var source = open(connection(proxy.url()).withProtocol(version))) {
                awaitHealthy(source);
            }
            producer.publish(TOPIC, "past");
            MqttConnection connection = connection(proxy.url()).withProtocol(version);
            try (var source = open(connection.withSession(clean))) {
                awaitHealthy(source);
                source.pause();
                await().until(() -> source.status().text().startsWith("Paused"));
                producer.publish(TOPIC, "future");
                source.resume();
                awaitArrivals(1);
                assertThat(journal.texts()).containsExactly("future");
            }
        }
    }

    @Test
    void an_event_that_the_journal_refuses_stays_with_the_broker_and_comes_again()
            throws IOException, InterruptedException {
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var producer = RawClient.connect(broker.port(), "producer")) {
            try (var source = open(connection(proxy.url()))) {
                awaitHealthy(source);
                journal.failAfter(5);
                producer.publishNumbers(TOPIC, 50);
                await().until(() -> proxy.connections() >= 3);
                assertThat(journal.texts()).isEqualTo(RawClient.numbers(5));
                assertThat(proxy.acknowledgements()).isEqualTo(5);

                journal.recover();
                awaitArrivals(50);
                assertThat(journal.texts()).isEqualTo(RawClient.numbers(50));
                awaitHealthy(source);
            }
            assertThat(RawClient.leftFor(broker.port(), CLIENT_ID, TOPIC)).isEmpty();
        }
    }

    @Test
    void the_status_says_why_the_journal_keeps_the_source_away() throws IOException {
        Timing slow =
                new Timing(
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30));
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(broker.url()).withTiming(slow))) {
            awaitHealthy(source);
            journal.failAfter(0);
            producer.publish(TOPIC, "x");
            await().until(() -> !source.status().healthy());
            await().untilAsserted(() ->
                    assertThat(source.status().text())
                            .contains("could not be kept", "the disk is full"));
        }
    }

    @Test
    void a_paused_source_leaves_the_messages_with_the_broker() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(broker.url()))) {
            awaitHealthy(source);
            source.pause();
            await().until(() -> source.status().text().startsWith("Paused"));
            producer.publishNumbers(TOPIC, 10);
            assertThat(journal.arrivals()).isEmpty();

            source.resume();
            awaitArrivals(10);
            assertThat(journal.texts()).isEqualTo(RawClient.numbers(10));
        }
    }

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void a_restarted_broker_is_found_again_with_its_session(ProtocolVersion version)
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var source = open(connection(broker.url()).withProtocol(version))) {
            awaitHealthy(source);
            source.pause();
            await().until(() -> source.status().text().startsWith("Paused"));
            try (var producer = RawClient.connect(broker.port(), "producer")) {
                producer.publishNumbers(TOPIC, 30);
            }
            broker.stop();
            source.resume();
            await().until(() -> source.status().text().contains("cannot be reached"));
            broker.startAgain();
            awaitArrivals(30);
            assertThat(journal.texts()).isEqualTo(RawClient.numbers(30));
        }
    }

    @Test
    void a_broker_that_lost_the_session_is_subscribed_to_anew() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var source = open(connection(broker.url()))) {
            awaitHealthy(source);
            broker.loseEverything();
            await().until(() -> !source.status().healthy());
            broker.startAgain();
            awaitHealthy(source);
            try (var producer = RawClient.connect(broker.port(), "producer")) {
                producer.publish(TOPIC, "after");
                awaitArrivals(1);
            }
        }
    }

    @Test
    void unwanted_messages_are_acknowledged_and_counted_and_not_kept() throws IOException {
        var wanted = filesWith(PayloadFilter.finding("^(1|2)$"));
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var producer = RawClient.connect(broker.port(), "producer");
                var source =
                        MqttSource.open(
                                NAME,
                                connection(proxy.url()),
                                wanted,
                                journal.intake(),
                                InstantSource.system())) {
            awaitHealthy(source);
            producer.publishNumbers(TOPIC, 10);
            await().until(() -> proxy.acknowledgements() == 10);
            assertThat(journal.texts()).containsExactly("1", "2");
            assertThat(source.status().unwanted()).isEqualTo(8);
            assertThat(source.status().received()).isEqualTo(10);
        }
    }

    @Test
    void sources_of_one_shared_group_divide_the_messages() throws IOException {
        var shared =
                MqttSource.Wanted.all(
                        MqttSubscription.to("diffusion/files/#").withSharedGroup("chain"));
        var other = new TestJournal();
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer");
                var one = open("one", broker, shared, journal);
                var two = open("two", broker, shared, other)) {
            awaitHealthy(one);
            awaitHealthy(two);
            producer.publishNumbers(TOPIC, 100);
            await().until(() -> journal.texts().size() + other.texts().size() >= 100);
            assertThat(Stream.concat(journal.texts().stream(), other.texts().stream()))
                    .containsExactlyInAnyOrderElementsOf(RawClient.numbers(100));
            assertThat(journal.texts()).isNotEmpty();
            assertThat(other.texts()).isNotEmpty();
        }
    }

    @Test
    void a_source_closes_quickly_and_loses_nothing() throws IOException, InterruptedException {
        try (var broker = Mosquitto.open(folder);
                var producer = RawClient.connect(broker.port(), "producer")) {
            var source = open(connection(broker.url()));
            awaitHealthy(source);
            journal.holdCommits();
            producer.publishNumbers(TOPIC, 60);
            awaitArrivals(20);
            long begun = System.nanoTime();
            source.close();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(3));
            journal.commit();

            assertThat(RawClient.leftFor(broker.port(), CLIENT_ID, TOPIC))
                    .containsExactlyInAnyOrderElementsOf(RawClient.numbers(60));
        }
    }

    @Test
    void a_source_closes_at_once_while_its_broker_is_away() throws IOException {
        MqttSource source = open(connection("mqtt://127.0.0.1:" + Mosquitto.freePort()));
        await().until(() -> source.status().text().contains("cannot be reached"));
        long begun = System.nanoTime();
        source.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(source.status().text()).isEqualTo("Closed.");
    }

    private List<String> textsOf(String topic) {
        return journal.arrivals().stream()
                .filter(arrival -> arrival.origin().place().equals(topic))
                .map(arrival -> arrival.payload().text())
                .toList();
    }

    private MqttSource open(MqttConnection connection) {
        return MqttSource.open(NAME, connection, files(), journal.intake(), InstantSource.system());
    }

    private static MqttSource open(
            String clientId, Mosquitto broker, MqttSource.Wanted wanted, TestJournal journal) {
        return MqttSource.open(
                NAME,
                MqttConnection.to(broker.url(), clientId),
                wanted,
                journal.intake(),
                InstantSource.system());
    }

    private void awaitArrivals(int count) {
        await().until(() -> journal.arrivals().size() >= count);
    }

    private static void awaitHealthy(MqttSource source) {
        await().until(() -> source.status().healthy());
    }
}
