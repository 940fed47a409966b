package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is under way in the broker is bounded, and nothing of it is lost.
final class BrokerBytesTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

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
            client.beginPublish(EVENTS, 50 << 20);

            assertThat(client.read()).isEqualTo(answer);
        }
        assertThat(BROKER.journal.arrivals()).isEmpty();
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
        await().until(() -> PacketGates.bytesInFlight() > 2L * EVENTS.length());
    }
}
