package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// There are no more connections to the broker than it may have.
final class BrokerConnectionsTest {

    private static final SocketAddress FROM =
            InetSocketAddress.createUnresolved("producer.example.org", 40_000);

    @TempDir private Path folder;

    @Test
    void one_more_connection_than_there_may_be_is_refused_until_another_ends() throws Exception {
        try (var broker = TestBroker.start(atMost(2))) {
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

                assertThat(broker.status().refused()).isEqualTo(1);
            }
            await().until(() -> broker.connections().open() == 0);
            try (var third = producer(port, "third")) {
                assertThat(third.read()).isEqualTo(RawMqtt.CONNACK);
            }
        }
    }

    @Test
    void strangers_take_a_part_of_the_places_and_leave_it_when_they_are_let_in() throws Exception {
        var clients = new ArrayList<RawMqtt>();
        try (var broker = TestBroker.start(atMost(20))) {
            int port = TestBroker.port(broker);
            await().until(() -> broker.connections().open() == 0);
            for (int i = 0; i < 16; i++) {
                clients.add(stranger(port));
            }
            await().until(() -> broker.connections().open() == 16);
            try (var tooMany = stranger(port)) {
                assertThat(tooMany.read()).isEqualTo(RawMqtt.CLOSED);
            }

            clients.getFirst().introduce(60, "known", PRODUCER.name(), PASSWORD);
            assertThat(clients.getFirst().read()).isEqualTo(RawMqtt.CONNACK);

            clients.add(stranger(port).introduce(60, "next", PRODUCER.name(), PASSWORD));
            assertThat(clients.getLast().read()).isEqualTo(RawMqtt.CONNACK);
        } finally {
            for (RawMqtt client : clients) {
                client.close();
            }
        }
    }

    @Test
    void the_last_place_is_given_and_one_that_is_left_is_given_again() {
        var limit = new ConnectionLimit(1);

        var place = limit.enter(FROM);
        assertThat(place).isPresent();
        assertThat(limit.enter(FROM)).isEmpty();
        place.orElseThrow().leave();
        assertThat(limit.enter(FROM)).isPresent();
    }

    @Test
    void strangers_may_be_a_quarter_of_all() {
        var limit = new ConnectionLimit(100);
        var places = IntStream.range(0, 25).mapToObj(_ -> limit.enter(FROM).orElseThrow()).toList();
        assertThat(limit.enter(FROM)).isEmpty();

        places.get(0).letIn();
        places.get(0).leave();
        places.get(1).leave();

        assertThat(limit.enter(FROM)).isPresent();
        assertThat(limit.enter(FROM)).isPresent();
        assertThat(limit.enter(FROM)).isEmpty();
        assertThat(limit.open()).isEqualTo(25);
    }

    @Test
    void whoever_is_not_let_in_in_time_loses_the_place() {
        var limit = new ConnectionLimit(1);
        var channel = new EmbeddedChannel();
        limit.enter(FROM).orElseThrow().watch(channel);

        after(ConnectionLimit.LONGEST_STRANGE.minusSeconds(1), channel);
        assertThat(channel.isOpen()).isTrue();
        after(Duration.ofSeconds(2), channel);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void whoever_is_let_in_stays() {
        var place = new ConnectionLimit(1).enter(FROM).orElseThrow();
        var channel = new EmbeddedChannel();
        place.watch(channel);

        place.letIn();

        after(ConnectionLimit.LONGEST_STRANGE.multipliedBy(2), channel);
        assertThat(channel.isOpen()).isTrue();
    }

    private static void after(Duration time, EmbeddedChannel channel) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private BrokerSettings atMost(int connections) {
        BrokerLimits usual = BrokerLimits.DEFAULT;
        return TestBroker.settings(folder)
                .withLimits(
                        new BrokerLimits(
                                usual.queuedMessages(),
                                usual.packetBytes(),
                                connections,
                                usual.inFlight(),
                                usual.sessionExpiry(),
                                usual.patience(),
                                usual.stopGrace()));
    }

    private static RawMqtt stranger(int port) throws IOException {
        return RawMqtt.open(new Socket(InetAddress.getLoopbackAddress(), port), false, 4);
    }

    private static RawMqtt producer(int port, String name) throws IOException {
        return RawMqtt.connect(port, name, PRODUCER.name(), PASSWORD);
    }
}
