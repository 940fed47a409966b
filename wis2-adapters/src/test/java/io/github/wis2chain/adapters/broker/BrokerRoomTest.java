package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;
import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// What clients may send while there is no room for it.
final class BrokerRoomTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    private static final int LARGE = 1_000_000;

    /// More than is read before a packet is known to have no room, and less than comes behind.
    private static final int LITTLE = 20_000;

    private static final int PART = 50_000;

    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final List<RawMqtt> producers = new ArrayList<>();
    private boolean full;

    @BeforeEach
    void begin_with_nothing_under_way() {
        BROKER.awaitNothingUnderWay();
    }

    @AfterEach
    void end() throws Exception {
        for (RawMqtt producer : producers) {
            producer.close();
        }
        senders.close();
        makeRoom();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void of_packets_that_have_no_room_nothing_is_read_until_there_is(Transport transport)
            throws Exception {
        fill();
        var sent = new ArrayList<Future<?>>();
        for (int i = 0; i < 4; i++) {
            var producer = beginAll(transport, "late-" + i);
            sent.add(send(producer, false));
        }
        assertThatLittleIsRead();

        makeRoom();

        assertThatAllAreTaken(sent);
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBSOCKET", "SECURE_WEBSOCKET"})
    void pings_in_the_midst_of_a_packet_that_has_no_room_open_nothing(Transport transport)
            throws Exception {
        fill();
        var sent = List.<Future<?>>of(send(beginAll(transport, "pings"), true));
        assertThatLittleIsRead();

        makeRoom();

        assertThatAllAreTaken(sent);
    }

    @Test
    void a_client_is_let_in_while_there_is_no_room_though_its_first_packet_comes_in_two_parts()
            throws Exception {
        fill();
        var client = BROKER.stranger(Transport.TCP, 4);
        producers.add(client);
        byte[] connect = client.introduction(60, "in-two-parts", PRODUCER.name(), PASSWORD);
        client.send(Arrays.copyOf(connect, 5));
        await().until(() -> BytesRead.from(client.port()) == 5);

        client.send(Arrays.copyOfRange(connect, 5, connect.length));

        assertThat(client.read()).isEqualTo(RawMqtt.CONNACK);
    }

    @Test
    void a_websocket_without_a_version_whose_frames_have_no_length_is_ended() throws Exception {
        try (var socket = new Socket("localhost", BROKER.port(Transport.WEBSOCKET))) {
            // Sooner than the broker ends a connection without CONNECT.
            socket.setSoTimeout(5_000);

            RawWebSocket.upgradeToDraft(socket);

            var answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 101");
        }
    }

    private RawMqtt beginAll(Transport transport, String name) throws Exception {
        var producer = BROKER.producer(transport, 4, name);
        producers.add(producer);
        producer.beginPublish(EVENTS, LARGE);
        await().until(() -> BROKER.bytes().waiting() == producers.size());
        return producer;
    }

    /// Sends all of a large packet but for its last byte.
    private Future<?> send(RawMqtt producer, boolean pings) {
        Callable<Integer> sending =
                () -> {
                    byte[] payload = "unwanted".repeat(LARGE / 8).getBytes(US_ASCII);
                    for (int at = 0; at < LARGE; at += PART) {
                        int end = Math.min(at + PART, LARGE - 1);
                        producer.send(Arrays.copyOfRange(payload, at, end));
                        if (pings) {
                            producer.pingFrame();
                        }
                    }
                    return LARGE;
                };
        return senders.submit(sending);
    }

    private void assertThatLittleIsRead() {
        await().during(Duration.ofMillis(500))
                .until(() ->
                        producers.stream()
                                .allMatch(producer -> BytesRead.from(producer.port()) < LITTLE));
    }

    private void assertThatAllAreTaken(List<Future<?>> sent) throws Exception {
        for (Future<?> sending : sent) {
            sending.get();
        }
        for (RawMqtt producer : producers) {
            producer.send(new byte[1]);
            assertThat(producer.read()).isEqualTo(RawMqtt.PUBACK);
        }
        BROKER.awaitNothingUnderWay();
        assertThat(BROKER.bytes().waiting()).isZero();
    }

    private void fill() {
        BROKER.bytes().add(BROKER.bytes().most());
        full = true;
    }

    private void makeRoom() {
        if (full) {
            full = false;
            BROKER.bytes().give(BROKER.bytes().most());
        }
    }
}
