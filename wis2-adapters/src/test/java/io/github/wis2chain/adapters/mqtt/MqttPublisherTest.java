package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.mqtt.MqttPublisher.Limits;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Notifications to Mosquitto: every way in which one can fare.
class MqttPublisherTest {

    private static final String TOPIC = "origin/a/wis2/fr-ifremer-argo/data/core/ocean";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir private Path folder;

    @BeforeEach
    void await_in_short_steps() {
        Settings.awaitInShortSteps();
    }

    @Test
    void the_acknowledgement_is_recorded_with_its_reason()
            throws IOException, InterruptedException {
        try (var broker = Mosquitto.open(folder);
                var publisher = open(connection(broker.url()))) {
            awaitHealthy(publisher);
            assertThat(publish(publisher, "unheard").join())
                    .isEqualTo(new Delivery(NOW, "national", "NO_MATCHING_SUBSCRIBERS"));
            try (var subscriber = RawClient.connect(broker.port(), "sub").subscribe("origin/#")) {
                assertThat(publish(publisher, "heard").join())
                        .isEqualTo(new Delivery(NOW, "national", "SUCCESS"));
                assertThat(subscriber.next()).isEqualTo("heard");
            }
            assertThat(publisher.status().acknowledged()).isEqualTo(2);
        }
    }

    @Test
    void version_3_has_no_reasons() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var publisher =
                        open(connection(broker.url()).withProtocol(ProtocolVersion.V3_1_1))) {
            awaitHealthy(publisher);
            assertThat(publish(publisher, "unheard").join().reason()).isEqualTo("SUCCESS");
        }
    }

    @Test
    void a_refusal_by_access_rights_is_permanent_and_leaves_the_others_alone() throws IOException {
        Path rights = Files.writeString(folder.resolve("acl"), "topic write origin/#\n");
        try (var broker = Mosquitto.open(folder, "acl_file " + rights);
                var publisher = open(connection(broker.url()))) {
            awaitHealthy(publisher);
            var refused = publisher.publish("cache/a", Payload.ofText("x")).toCompletableFuture();
            assertThat(publish(publisher, "allowed").join().broker()).isEqualTo("national");
            Failure failure = failure(refused);
            assertThat(failure.code()).isEqualTo("PUBLISH_REFUSED");
            assertThat(failure.temporary()).isFalse();
            assertThat(failure.text()).contains("cache/a", "NOT_AUTHORIZED");
            assertThat(publisher.status().refused()).isEqualTo(1);
        }
    }

    @Test
    void a_topic_that_is_none_is_a_permanent_failure() throws IOException {
        try (var broker = Mosquitto.open(folder);
                var publisher = open(connection(broker.url()))) {
            awaitHealthy(publisher);
            Failure failure =
                    failure(
                            publisher
                                    .publish("origin/#", Payload.ofText("x"))
                                    .toCompletableFuture());
            assertThat(failure.code()).isEqualTo("PUBLISH_REFUSED");
            assertThat(failure.temporary()).isFalse();
            assertThat(publisher.status().outstanding()).isZero();
        }
    }

    @Test
    void a_message_that_is_too_large_for_the_broker_is_a_permanent_failure() throws IOException {
        try (var broker = Mosquitto.open(folder, "max_packet_size 2000");
                var publisher = open(connection(broker.url()))) {
            awaitHealthy(publisher);
            Failure failure = failure(publish(publisher, "x".repeat(3000)));
            assertThat(failure.code()).isEqualTo("PUBLISH_REFUSED");
            assertThat(failure.temporary()).isFalse();
            assertThat(publish(publisher, "small").join().broker()).isEqualTo("national");
        }
    }

    @Test
    void without_a_connection_a_notification_fails_at_once_and_temporarily() throws IOException {
        try (var publisher = open(connection("mqtt://127.0.0.1:" + Mosquitto.freePort()))) {
            await().until(() -> publisher.status().text().contains("cannot be reached"));
            Failure failure = failure(publish(publisher, "x"));
            assertThat(failure.code()).isEqualTo("BROKER_UNAVAILABLE");
            assertThat(failure.temporary()).isTrue();
            assertThat(failure.text()).contains("cannot be reached");
        }
    }

    @Test
    void an_answer_that_does_not_come_in_time_is_a_temporary_failure_and_counts_later()
            throws IOException {
        var impatient = new Limits(Duration.ofMillis(200), 10);
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var publisher =
                        MqttPublisher.open(
                                "national",
                                connection(proxy.url()),
                                impatient,
                                InstantSource.fixed(NOW))) {
            awaitHealthy(publisher);
            proxy.holdAnswers();
            Failure failure = failure(publish(publisher, "x"));
            assertThat(failure.code()).isEqualTo("BROKER_UNAVAILABLE");
            assertThat(failure.temporary()).isTrue();
            assertThat(publisher.status().outstanding()).isEqualTo(1);

            proxy.cut();
            await().until(() -> publisher.status().outstanding() == 0);
            assertThat(publisher.status().acknowledged()).isEqualTo(1);
        }
    }

    @Test
    void more_than_the_allowed_number_of_outstanding_messages_is_turned_away() throws IOException {
        var two = new Limits(Duration.ofSeconds(30), 2);
        try (var broker = Mosquitto.open(folder);
                var proxy = CuttableProxy.before(broker.port());
                var publisher =
                        MqttPublisher.open(
                                "national",
                                connection(proxy.url()),
                                two,
                                InstantSource.fixed(NOW))) {
            awaitHealthy(publisher);
            proxy.holdAnswers();
            var first = publish(publisher, "1");
            var second = publish(publisher, "2");
            Failure failure = failure(publish(publisher, "3"));
            assertThat(failure.temporary()).isTrue();
            assertThat(failure.text()).contains("2 notifications already wait");

            proxy.cut();
            assertThat(first.join().broker()).isEqualTo("national");
            assertThat(second.join().broker()).isEqualTo("national");
        }
    }

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

    private static MqttConnection connection(String url) {
        return MqttConnection.to(url, "wis2-publisher").withTiming(Settings.IMPATIENT);
    }

    private static MqttPublisher open(MqttConnection connection) {
        return MqttPublisher.open("national", connection, Limits.DEFAULT, InstantSource.fixed(NOW));
    }

    private static CompletableFuture<Delivery> publish(MqttPublisher publisher, String text) {
        return publisher.publish(TOPIC, Payload.ofText(text)).toCompletableFuture();
    }

    private static Failure failure(CompletableFuture<Delivery> outcome) {
        return outcome.handle((delivery, thrown) ->
                        Causes.root(Objects.requireNonNull(thrown, "it was delivered"))
                                        instanceof StepFailure failed
                                ? failed.failure()
                                : fail(thrown))
                .join();
    }

    private static void awaitHealthy(MqttPublisher publisher) {
        await().until(() -> publisher.status().healthy());
    }
}
