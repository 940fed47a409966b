package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.CLIENT_ID;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.List;

/// What it costs a source when its connection breaks or its broker goes down.
class MqttSourceInterruptionTest extends SourceFixture {

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

    private List<String> textsOf(String topic) {
        return journal.arrivals().stream()
                .filter(arrival -> arrival.origin().place().equals(topic))
                .map(arrival -> arrival.payload().text())
                .toList();
    }
}
