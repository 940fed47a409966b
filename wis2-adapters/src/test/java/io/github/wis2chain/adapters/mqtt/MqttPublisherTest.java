package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.mqtt.MqttPublisher.Limits;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Notifications to Mosquitto: every way in which a single one can fare.
class MqttPublisherTest extends PublisherFixture {

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
                var publisher = open(connection(proxy.url()), impatient)) {
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
                var publisher = open(connection(proxy.url()), two)) {
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
}
