package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.IMPATIENT;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Payload;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/// A subscriber at a broker that has more than is looked at.
final class MqttSubscriberTest {

    private static final int MESSAGES = 1_300;
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir private Path folder;

    private final Backlog backlog = new Backlog();

    @Test
    void what_there_is_no_room_for_stays_with_the_broker_and_comes_later()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (Mosquitto broker = Mosquitto.open(folder, "max_queued_messages 0");
                MqttSubscriber subscriber = listening(broker)) {
            publish(broker);

            await().atMost(LONG).until(() -> backlog.size() == 1_000);
            for (int i = 0; i < MESSAGES; i++) {
                assertThat(backlog.size()).isLessThanOrEqualTo(1_000);
                assertThat(backlog.next(LONG))
                        .map(message -> message.payload().text())
                        .contains("message " + i);
            }
            assertThat(subscriber.status().healthy()).isTrue();
        }
    }

    @Test
    void it_ends_while_it_waits_for_room()
            throws IOException, InterruptedException, ExecutionException, TimeoutException {
        try (Mosquitto broker = Mosquitto.open(folder, "max_queued_messages 0")) {
            MqttSubscriber subscriber = listening(broker);
            publish(broker);
            await().atMost(LONG).until(() -> backlog.size() == 1_000);

            CompletableFuture.runAsync(subscriber::close).get(LONG.toSeconds(), TimeUnit.SECONDS);

            assertThat(backlog.size()).isEqualTo(1_000);
        }
    }

    private MqttSubscriber listening(Mosquitto broker)
            throws InterruptedException, ExecutionException, TimeoutException {
        MqttSubscriber subscriber =
                MqttSubscriber.open(
                        connection(broker, "subscriber"),
                        MqttSubscription.to("a/#"),
                        backlog,
                        InstantSource.system());
        subscriber.answers().get(LONG.toSeconds(), TimeUnit.SECONDS);
        return subscriber;
    }

    private static void publish(Mosquitto broker)
            throws InterruptedException, ExecutionException, TimeoutException {
        try (MqttPublisher publisher =
                MqttPublisher.open(
                        "test",
                        connection(broker, "publisher"),
                        MqttPublisher.Limits.DEFAULT,
                        InstantSource.system())) {
            await().atMost(LONG).until(() -> publisher.status().healthy());
            CompletableFuture.allOf(
                            IntStream.range(0, MESSAGES)
                                    .mapToObj(i ->
                                            publisher
                                                    .publish("a/b", Payload.ofText("message " + i))
                                                    .toCompletableFuture())
                                    .toArray(CompletableFuture[]::new))
                    .get(LONG.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static MqttConnection connection(Mosquitto broker, String client) {
        return MqttConnection.to(broker.url(), client)
                .withSession(SessionSettings.NONE)
                .withTiming(IMPATIENT);
    }
}
