package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.publish;
import static io.github.wis2chain.adapters.broker.TestBroker.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.hivemq.client.mqtt.datatypes.MqttQos;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.util.List;

/// What becomes an event, and with which origin.
final class BrokerEventTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    @Test
    void the_origin_of_an_event_is_kept_with_it() {
        var client = connected(BROKER.port(), PRODUCER, "origin-client");
        client.publishWith()
                .topic(EVENTS + "/bufr")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(utf8("{}"))
                .contentType("application/cloudevents+json")
                .userProperties()
                .add("ce_id", "1")
                .applyUserProperties()
                .send();
        client.disconnect();

        Arrival arrival = BROKER.journal.arrivals().getFirst();
        assertThat(arrival.source()).isEqualTo(new SourceName("argo-files"));
        assertThat(arrival.redelivered()).isFalse();
        assertThat(arrival.origin().transport()).isEqualTo("mqtt");
        assertThat(arrival.origin().place()).isEqualTo(EVENTS + "/bufr");
        assertThat(arrival.origin().properties())
                .containsEntry(Origin.CONTENT_TYPE, "application/cloudevents+json")
                .containsEntry(Origin.USER_PROPERTY + "ce_id", "1")
                .containsEntry(Origin.QOS, "1")
                .containsEntry(Origin.USER, "producer")
                .containsEntry(Origin.CLIENT, "origin-client");
    }

    @Test
    void a_message_outside_the_filter_is_not_an_event() {
        var client = connected(BROKER.port(), PRODUCER, "outside");
        publish(client, "diffusion/files/elsewhere", "not an event");
        client.disconnect();

        assertThat(BROKER.journal.arrivals()).isEmpty();
    }

    @Test
    void a_message_that_two_filters_of_a_source_match_is_one_event() {
        var client = connected(BROKER.port(), PRODUCER, "overlap");
        publish(client, EVENTS, "once");
        client.disconnect();

        assertThat(BROKER.journal.texts()).containsExactly("once");
    }

    @Test
    void a_payload_that_is_not_wanted_is_acknowledged_counted_and_no_event() {
        var client = connected(BROKER.port(), PRODUCER, "filtered");
        long before = BROKER.broker().sources().getFirst().status().unwanted();
        publish(client, EVENTS, "unwanted");
        publish(client, EVENTS, "wanted");
        client.disconnect();

        assertThat(BROKER.journal.texts()).containsExactly("wanted");
        assertThat(BROKER.broker().sources().getFirst().status().unwanted()).isEqualTo(before + 1);
    }

    @Test
    void an_event_of_qos_0_is_journalled_too() {
        var client = connected(BROKER.port(), PRODUCER, "qos-0");
        client.publishWith().topic(EVENTS).qos(MqttQos.AT_MOST_ONCE).payload(utf8("0")).send();

        await().until(() -> BROKER.journal.texts().equals(List.of("0")));
        client.disconnect();
    }

    @Test
    void a_message_sent_again_arrives_as_redelivered() throws Exception {
        try (var client = BROKER.producer("again")) {
            client.publish(EVENTS, "again", 7, 1, true);
            assertThat(client.read()).isEqualTo(RawMqtt.PUBACK);
        }
        assertThat(BROKER.journal.arrivals()).singleElement().matches(Arrival::redelivered);
    }
}
