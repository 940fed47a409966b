package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Clients that do not read, so that the network takes nothing more for them.
final class BrokerDeafTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    /// More than the network keeps.
    private static final int LARGE = 900_000;

    /// Half of them are as much as may wait.
    private static final int MANY = 2 * UnreadAnswers.MOST / 100;

    private final List<RawMqtt> clients = new ArrayList<>();

    @AfterEach
    void end() throws IOException {
        for (RawMqtt client : clients) {
            client.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void one_that_goes_on_asking_is_ended(Transport transport) throws Exception {
        RawMqtt deaf = deaf(transport, 4);

        deaf.ping(MANY);

        awaitEnd();
    }

    @ParameterizedTest
    @EnumSource(names = {"WEBSOCKET", "SECURE_WEBSOCKET"})
    void one_that_goes_on_pinging_its_websocket_is_ended(Transport transport) throws Exception {
        RawMqtt deaf = deaf(transport, 4);

        deaf.pingFrames(MANY);

        awaitEnd();
    }

    @ParameterizedTest
    @EnumSource(names = {"TCP", "SECURE_WEBSOCKET"})
    void one_that_sends_what_is_too_large_is_ended_though_its_farewell_waits(Transport transport)
            throws Exception {
        RawMqtt deaf = deaf(transport, 5);

        deaf.beginPublish("diffusion/files/deaf", 50 << 20);

        awaitEnd();
    }

    @ParameterizedTest
    @CsvSource({"TCP,4", "WEBSOCKET,5"})
    void one_that_shows_signs_of_life_gets_all_when_it_reads(Transport transport, int level)
            throws Exception {
        RawMqtt slow = deaf(transport, level);
        slow.ping(100);

        assertThat(slow.read()).isEqualTo(RawMqtt.PUBLISH);
        for (int i = 0; i < 100; i++) {
            assertThat(slow.read()).isEqualTo(RawMqtt.PINGRESP);
        }
    }

    private static void awaitEnd() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> BROKER.broker().connections().open() == 0);
    }

    /// A subscriber for which more waits than the network takes.
    private RawMqtt deaf(Transport transport, int level) throws Exception {
        awaitEnd();
        RawMqtt subscriber = BROKER.producer(transport, level, "deaf-" + UUID.randomUUID());
        clients.add(subscriber);
        subscriber.subscribe("diffusion/files/deaf");
        assertThat(subscriber.read()).isEqualTo(RawMqtt.SUBACK);
        long before = BROKER.broker().status().sent();
        var producer = connected(BROKER.port(), PRODUCER, "talks");
        publish(producer, "diffusion/files/deaf", "x".repeat(LARGE));
        producer.disconnect();
        await().until(() -> BROKER.broker().status().sent() - before == 1);
        await().until(() -> BROKER.broker().connections().open() == 1);
        return subscriber;
    }
}
