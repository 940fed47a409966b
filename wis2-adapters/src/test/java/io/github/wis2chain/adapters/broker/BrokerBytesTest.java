package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;
import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// What is under way in the broker is bounded, and nothing of it is lost.
final class BrokerBytesTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    private static final int LARGE = 1_000_000;

    @BeforeEach
    void begin_with_nothing_under_way() {
        BROKER.awaitNothingUnderWay();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,4,-1", "WEBSOCKET,4,-1", "TLS,4,-1", "SECURE_WEBSOCKET,4,-1",
        "TCP,5,14", "WEBSOCKET,5,14", "TLS,5,14", "SECURE_WEBSOCKET,5,14"
    })
    void a_message_that_is_too_large_is_refused_before_it_is_sent(
            Transport transport, int level, int answer) throws Exception {
        try (var client = BROKER.producer(transport, level, "large")) {
            client.beginFrame();
            client.beginPublish(EVENTS, 50 << 20);

            assertThat(client.read()).isEqualTo(answer);
        }
        assertThat(BROKER.journal.arrivals()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void a_first_packet_that_is_too_large_is_refused(Transport transport) throws Exception {
        try (var client = BROKER.stranger(transport, 4)) {
            client.beginFrame();
            String half = "p".repeat(PacketGate.LARGEST_FIRST_PACKET / 2);

            client.introduce(60, half, PRODUCER.name(), half);

            assertThat(client.read()).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @Test
    void the_largest_last_will_is_taken() {
        var client =
                TestBroker.client(BROKER.port(), PRODUCER.name(), PASSWORD)
                        .willPublish()
                        .topic("diffusion/files/gone")
                        .qos(MqttQos.AT_LEAST_ONCE)
                        .payload(new byte[65_535])
                        .applyWillPublish()
                        .buildBlocking();

        client.connect();

        client.disconnect();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,4", "WEBSOCKET,4", "TLS,4", "SECURE_WEBSOCKET,4",
        "TCP,5", "WEBSOCKET,5", "TLS,5", "SECURE_WEBSOCKET,5"
    })
    void a_message_is_counted_from_its_header_on(Transport transport, int level) throws Exception {
        try (var client = BROKER.producer(transport, level, "begins")) {
            client.beginFrame();
            client.beginPublish(EVENTS, LARGE);
            await().until(() -> BROKER.bytes().now() > LARGE);

            client.send(new byte[LARGE]);

            assertThat(client.read()).isEqualTo(RawMqtt.PUBACK);
            BROKER.awaitNothingUnderWay();
        }
        assertThat(BROKER.journal.arrivals()).hasSize(1);
    }

    @Test
    void a_message_that_never_ends_is_given_back_with_its_connection() throws Exception {
        try (var client = BROKER.producer("leaves")) {
            client.beginPublish(EVENTS, LARGE);
            await().until(() -> BROKER.bytes().now() > LARGE);
        }

        BROKER.awaitNothingUnderWay();
    }

    @Test
    void of_many_large_messages_as_many_are_read_as_have_room_and_none_is_lost() throws Exception {
        int room = (int) (BROKER.bytes().most() / LARGE);
        int late = 10;
        var producers = new ArrayList<RawMqtt>();
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < room + late; i++) {
                var producer = BROKER.producer("many-" + i);
                producers.add(producer);
                producer.beginPublish(EVENTS, LARGE);
            }
            await().until(() -> BROKER.bytes().waiting() >= late);
            assertThat(BROKER.bytes().now())
                    .isBetween(BROKER.bytes().most() - 2L * LARGE, BROKER.bytes().most());

            byte[] payload = TestBroker.utf8("unwanted".repeat(LARGE / 8));
            for (var answer :
                    senders.invokeAll(
                            producers.stream()
                                    .<Callable<Integer>>map(producer ->
                                            () -> {
                                                producer.send(payload);
                                                return producer.read(60_000);
                                            })
                                    .toList())) {
                assertThat(answer.get()).isEqualTo(RawMqtt.PUBACK);
            }
        } finally {
            for (RawMqtt producer : producers) {
                producer.close();
            }
        }
        BROKER.awaitNothingUnderWay();
        assertThat(BROKER.bytes().waiting()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP,4,1", "WEBSOCKET,4,1", "TLS,4,1", "SECURE_WEBSOCKET,4,1",
        "TCP,4,2", "WEBSOCKET,4,2", "TLS,4,2", "SECURE_WEBSOCKET,4,2",
        "TCP,5,1", "WEBSOCKET,5,1", "TLS,5,1", "SECURE_WEBSOCKET,5,1",
        "TCP,5,2", "WEBSOCKET,5,2", "TLS,5,2", "SECURE_WEBSOCKET,5,2"
    })
    void what_is_under_way_is_counted_until_it_is_acknowledged(
            Transport transport, int level, int qos) throws Exception {
        var commit = BROKER.journal.hold();
        try (var client = BROKER.producer(transport, level, "counted")) {
            client.publish(EVENTS, "first", 1, qos, false);
            client.publish(EVENTS, "second", 2, qos, false);
            awaitTwoUnderWay();

            commit.complete(HeldJournal.RECEIPT);

            BROKER.awaitNothingUnderWay();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void a_message_that_comes_again_while_it_is_under_way_is_counted_once(int qos)
            throws Exception {
        var commit = BROKER.journal.hold();
        try (var client = BROKER.producer("impatient")) {
            client.publish(EVENTS, "first", 1, qos, false);
            client.publish(EVENTS, "first", 1, qos, true);
            client.publish(EVENTS, "second", 2, qos, false);
            awaitTwoUnderWay();

            commit.complete(HeldJournal.RECEIPT);

            BROKER.awaitNothingUnderWay();
        }
    }

    @Test
    void a_message_that_comes_again_before_its_release_is_counted_until_then() throws Exception {
        try (var client = BROKER.producer("forgetful")) {
            client.publish(EVENTS, "first", 1, 2, false);
            assertThat(client.read()).isEqualTo(RawMqtt.PUBREC);

            client.publish(EVENTS, "first", 1, 2, true);
            client.release(1);
            int answer = client.read();
            while (answer == RawMqtt.PUBREC) {
                answer = client.read();
            }

            assertThat(answer).isEqualTo(RawMqtt.PUBCOMP);
            BROKER.awaitNothingUnderWay();
        }
    }

    /// One message is longer than its topic, and shorter than two.
    private static void awaitTwoUnderWay() {
        await().until(() -> BROKER.bytes().now() > 2L * EVENTS.length());
    }
}
