package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// What it costs a publisher when its connection breaks or its broker goes down.
class MqttPublisherInterruptionTest extends PublisherFixture {

    @ParameterizedTest
    @EnumSource(ProtocolVersion.class)
    void a_cut_among_400_notifications_fails_none_of_them_and_keeps_their_order(
            ProtocolVersion version) throws IOException {
        try (var broker = Mosquitto.open(folder);
                var subscriber = RawClient.connect(broker.port(), "sub").subscribe("origin/#");
                var proxy = CuttableProxy.before(broker.port());
                var publisher = open(connection(proxy.url()).withProtocol(version))) {
            awaitHealthy(publisher);
            proxy.holdAnswers();
            var outcomes =
                    IntStream.range(0, 400)
                            .mapToObj(i -> publish(publisher, Integer.toString(i)))
                            .toList();
            proxy.cut();
            outcomes.forEach(CompletableFuture::join);

            var received = new ArrayList<String>();
            await().until(() -> {
                received.addAll(subscriber.drain());
                return received.containsAll(RawClient.numbers(400));
            });
            assertThat(List.copyOf(new LinkedHashSet<>(received)))
                    .isEqualTo(RawClient.numbers(400));
        }
    }

    @Test
    void a_broker_restarted_in_mid_stream_loses_no_notification_of_a_patient_caller()
            throws IOException {
        try (var broker = Mosquitto.open(folder);
                var publisher = open(connection(broker.url()))) {
            awaitHealthy(publisher);
            RawClient.connect(broker.port(), "sub").subscribe("origin/#").close();
            var sender = CompletableFuture.runAsync(() -> sendPatiently(publisher, 500));
            await().until(() -> publisher.status().acknowledged() > 50);
            broker.stop();
            await().until(() -> !publisher.status().healthy());
            broker.startAgain();
            sender.join();
            try (var subscriber = RawClient.connect(broker.port(), "sub")) {
                var received = new ArrayList<String>();
                await().until(() -> {
                    received.addAll(subscriber.drain());
                    return received.containsAll(RawClient.numbers(500));
                });
            }
        }
    }

    @Test
    void a_broker_that_lost_the_session_fails_what_was_under_way_temporarily() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var publisher = open(connection(proxy.url()))) {
            awaitHealthy(publisher);
            proxy.holdAnswers();
            var underWay = publish(publisher, "x");
            await().until(() -> publisher.status().outstanding() == 1);
            broker.loseEverything();
            proxy.cut();
            broker.startAgain();
            assertThat(failure(underWay).temporary()).isTrue();
            awaitHealthy(publisher);
            assertThat(publish(publisher, "y").join().broker()).isEqualTo("national");
        }
    }

    @Test
    void whoever_waits_for_the_broker_is_told_when_it_can_be_used_again() throws Exception {
        var told = new LinkedBlockingQueue<Boolean>();
        try (var broker = Mosquitto.open(folder);
                var publisher = open(connection(broker.url()))) {
            publisher.whenConnected(() -> told.add(publisher.status().healthy()));
            awaitHealthy(publisher);
            await().until(() -> !told.isEmpty());
            broker.stop();
            await().until(() -> !publisher.status().healthy());
            told.clear();

            broker.startAgain();

            assertThat(told.poll(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    /// Sends each notification until it is acknowledged, as the engine does.
    private static void sendPatiently(MqttPublisher publisher, int count) {
        for (int i = 0; i < count; i++) {
            while (!sent(publisher, Integer.toString(i))) {
                await().until(() -> publisher.status().healthy());
            }
        }
    }

    private static boolean sent(MqttPublisher publisher, String text) {
        try {
            return publish(publisher, text).join().broker().equals("national");
        } catch (CompletionException e) {
            return false;
        }
    }
}
