package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/// There are no more connections to the broker than it may have.
final class BrokerConnectionsTest {

    @TempDir private Path folder;

    @Test
    void one_more_connection_than_there_may_be_is_refused_until_another_ends() throws Exception {
        BrokerLimits most = BrokerLimits.DEFAULT;
        var limits =
                new BrokerLimits(
                        most.queuedMessages(),
                        most.packetBytes(),
                        2,
                        most.inFlight(),
                        most.sessionExpiry(),
                        most.patience(),
                        most.stopGrace());
        try (var broker = TestBroker.start(TestBroker.settings(folder).withLimits(limits))) {
            int port = TestBroker.port(broker);
            // The probe of the start may still be there.
            await().until(() -> broker.connections().open() == 0);
            try (var first = producer(port, "first");
                    var second = producer(port, "second")) {
                assertThat(first.read()).isEqualTo(RawMqtt.CONNACK);
                assertThat(second.read()).isEqualTo(RawMqtt.CONNACK);

                try (var third = producer(port, "third")) {
                    assertThat(third.read()).isEqualTo(RawMqtt.CLOSED);
                }

                assertThat(broker.connections().refused()).isEqualTo(1);
            }
            await().until(() -> broker.connections().open() == 0);
            try (var third = producer(port, "third")) {
                assertThat(third.read()).isEqualTo(RawMqtt.CONNACK);
            }
        }
    }

    @Test
    void the_last_place_is_given_and_one_that_is_left_is_given_again() {
        var limit = new ConnectionLimit(1);
        var from = InetSocketAddress.createUnresolved("producer.example.org", 40_000);

        assertThat(limit.enter(from)).isTrue();
        assertThat(limit.enter(from)).isFalse();
        limit.leave();
        assertThat(limit.enter(from)).isTrue();
    }

    private static RawMqtt producer(int port, String name) throws IOException {
        return RawMqtt.connect(port, name, PRODUCER.name(), PASSWORD);
    }
}
