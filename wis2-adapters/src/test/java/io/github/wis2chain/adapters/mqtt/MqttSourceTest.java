package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.CLIENT_ID;
import static io.github.wis2chain.adapters.mqtt.Settings.NAME;
import static io.github.wis2chain.adapters.mqtt.Settings.TOPIC;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;
import static io.github.wis2chain.adapters.mqtt.Settings.filesWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;

/// Events from Mosquitto: what is told of each, and when it is acknowledged.
class MqttSourceTest extends SourceFixture {

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
    void unwanted_messages_are_acknowledged_and_counted_and_not_kept() throws IOException {
        var wanted = filesWith(PayloadFilter.finding("^(1|2)$"));
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var producer = RawClient.connect(broker.port(), "producer");
                var source = open(connection(proxy.url()), wanted)) {
            awaitHealthy(source);
            producer.publishNumbers(TOPIC, 10);
            await().until(() -> proxy.acknowledgements() == 10);
            assertThat(journal.texts()).containsExactly("1", "2");
            assertThat(source.status().unwanted()).isEqualTo(8);
            assertThat(source.status().received()).isEqualTo(10);
        }
    }
}
