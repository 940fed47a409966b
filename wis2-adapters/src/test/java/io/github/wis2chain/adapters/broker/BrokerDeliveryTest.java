package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;
import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.READER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.publish;
import static io.github.wis2chain.adapters.broker.TestBroker.subscribe;
import static io.github.wis2chain.adapters.broker.TestBroker.text;
import static io.github.wis2chain.adapters.broker.TestBroker.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/// What subscribers get, and what the broker tells of itself.
final class BrokerDeliveryTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    private static final int SECONDS = 10;

    @Test
    void subscribers_get_an_event_as_well() throws Exception {
        var reader = connected(BROKER.port(), READER, "also-reads");
        try (var messages = reader.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(reader, EVENTS + "/#");
            var producer = connected(BROKER.port(), PRODUCER, "read-by-others");
            publish(producer, EVENTS, "for all");
            producer.disconnect();

            assertThat(messages.receive(SECONDS, TimeUnit.SECONDS).map(TestBroker::text))
                    .contains("for all");
        }
        reader.disconnect();
        assertThat(BROKER.journal.texts()).containsExactly("for all");
    }

    @Test
    void a_notification_reaches_its_subscriber_and_no_inlet() throws Exception {
        var reader = connected(BROKER.port(), READER, "global-broker");
        try (var messages = reader.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(reader, "origin/a/wis2/#");

            var delivery =
                    BROKER.broker()
                            .publisher()
                            .publish("origin/a/wis2/fr-ifremer-argo/x", Payload.ofText("notice"))
                            .toCompletableFuture()
                            .get(SECONDS, TimeUnit.SECONDS);

            assertThat(delivery.broker()).isEqualTo("embedded");
            assertThat(delivery.reason()).isEqualTo("SUCCESS");
            Mqtt5Publish message = messages.receive(SECONDS, TimeUnit.SECONDS).orElseThrow();
            assertThat(text(message)).isEqualTo("notice");
            assertThat(message.getQos()).isEqualTo(MqttQos.AT_LEAST_ONCE);
            assertThat(message.isRetain()).isFalse();
        }
        reader.disconnect();
        assertThat(BROKER.journal.arrivals()).isEmpty();
    }

    @Test
    void a_topic_with_a_wildcard_cannot_be_published_to() {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(() ->
                        BROKER.broker()
                                .publisher()
                                .publish("origin/#", Payload.ofText("x"))
                                .toCompletableFuture()
                                .join())
                .havingCause()
                .isInstanceOfSatisfying(
                        StepFailure.class,
                        failure -> {
                            assertThat(failure.failure().code())
                                    .isEqualTo(FailureCode.PUBLISH_REFUSED.code());
                            assertThat(failure.failure().temporary()).isFalse();
                        });
    }

    @Test
    void a_retained_message_meets_a_later_subscriber() throws Exception {
        var producer = connected(BROKER.port(), PRODUCER, "retains");
        producer.publishWith()
                .topic("diffusion/files/retained")
                .qos(MqttQos.AT_LEAST_ONCE)
                .retain(true)
                .payload(utf8("kept"))
                .send();
        producer.disconnect();
        var reader = connected(BROKER.port(), READER, "later");
        try (var messages = reader.publishes(MqttGlobalPublishFilter.ALL)) {
            subscribe(reader, "diffusion/files/retained");
            assertThat(messages.receive(SECONDS, TimeUnit.SECONDS))
                    .hasValueSatisfying(message -> {
                        assertThat(text(message)).isEqualTo("kept");
                        assertThat(message.isRetain()).isTrue();
                    });
        }
        reader.disconnect();
        assertThat(BROKER.broker().status().retained()).isEqualTo(1);
    }

    @Test
    void members_of_a_shared_subscription_get_each_message_once() throws Exception {
        var first = connected(BROKER.port(), READER, "member-1");
        var second = connected(BROKER.port(), READER, "member-2");
        var seen = new ConcurrentLinkedQueue<String>();
        for (var member : List.of(first, second)) {
            var _ =
                    member.toAsync()
                            .subscribeWith()
                            .topicFilter("$share/group/diffusion/files/shared")
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .callback(message -> seen.add(text(message)))
                            .send()
                            .get(SECONDS, TimeUnit.SECONDS);
        }
        var producer = connected(BROKER.port(), PRODUCER, "shares");
        var sent = new ArrayList<String>();
        for (int i = 0; i < 40; i++) {
            sent.add("m" + i);
            publish(producer, "diffusion/files/shared", "m" + i);
        }
        await().until(() -> seen.size() >= sent.size());
        assertThat(seen).containsExactlyInAnyOrderElementsOf(sent);
        List.of(first, second, producer).forEach(Mqtt5BlockingClient::disconnect);
    }

    @Test
    void what_a_full_queue_cannot_take_is_counted() {
        var sleeper =
                TestBroker.client(BROKER.port(), READER.name(), PASSWORD)
                        .identifier("sleeper")
                        .buildBlocking();
        sleeper.connectWith().cleanStart(false).sessionExpiryInterval(60).send();
        subscribe(sleeper, "diffusion/files/too-many");
        sleeper.disconnect();
        long before = BROKER.broker().status().dropped();
        var producer = connected(BROKER.port(), PRODUCER, "too-fast");
        for (int i = 0; i < 105; i++) {
            publish(producer, "diffusion/files/too-many", "m" + i);
        }
        producer.disconnect();

        BrokerStatus after = BROKER.broker().status();
        assertThat(after.dropped() - before).isEqualTo(5);
        Instant drop = after.lastDrop().orElseThrow();
        assertThat(after.healthy(drop)).isFalse();
        assertThat(after.healthy(drop.plus(Duration.ofMinutes(15)))).isTrue();
        assertThat(BROKER.broker().status().sessions()).isPositive();
    }

    @Test
    void status_tells_of_listeners_and_connections() {
        var client = connected(BROKER.port(), READER, "counted");

        assertThat(BROKER.broker().status().listeners())
                .hasSize(4)
                .noneMatch(open -> open.port() == 0);
        assertThat(BROKER.broker().status().connections()).isPositive();
        assertThat(BROKER.broker().sources())
                .singleElement()
                .satisfies(source -> assertThat(source.status().healthy()).isTrue());
        client.disconnect();
    }
}
