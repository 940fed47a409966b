package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.CLIENT_ID;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;

/// A source that is paused or closed, and what its broker keeps for it meanwhile.
class MqttSourceAbsenceTest extends SourceFixture {

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

    /// Rule 3 of what holding acknowledgements taught: the flow of messages is there before the
    /// connection.
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
}
