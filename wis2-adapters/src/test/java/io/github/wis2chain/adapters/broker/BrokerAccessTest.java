package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;
import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.READER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.publish;
import static io.github.wis2chain.adapters.broker.TestBroker.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hivemq.client.mqtt.MqttClient;
import com.hivemq.client.mqtt.MqttClientBuilder;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt3.Mqtt3BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5ConnAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5SubAckException;
import com.hivemq.client.mqtt.mqtt5.message.connect.connack.Mqtt5ConnAckReasonCode;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// Who is let into the broker, over which transport, and what they may do there.
final class BrokerAccessTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    @ParameterizedTest
    @CsvSource({
        "TCP,3", "TCP,5", "WEBSOCKET,3", "WEBSOCKET,5",
        "TLS,3", "TLS,5", "SECURE_WEBSOCKET,3", "SECURE_WEBSOCKET,5"
    })
    void an_event_enters_over_every_transport_in_both_versions(Transport transport, int version) {
        MqttClientBuilder builder =
                MqttClient.builder()
                        .identifier("matrix-" + transport + version)
                        .serverHost("localhost")
                        .serverPort(BROKER.port(transport));
        if (transport.overHttp()) {
            builder = builder.webSocketConfig().serverPath("/").applyWebSocketConfig();
        }
        if (transport.encrypted()) {
            builder =
                    builder.sslConfig()
                            .trustManagerFactory(BROKER.certificate().trust())
                            .applySslConfig();
        }
        if (version == 3) {
            Mqtt3BlockingClient client =
                    builder.useMqttVersion3()
                            .simpleAuth()
                            .username(PRODUCER.name())
                            .password(utf8(PASSWORD))
                            .applySimpleAuth()
                            .buildBlocking();
            client.connect();
            client.publishWith()
                    .topic(EVENTS)
                    .qos(MqttQos.AT_LEAST_ONCE)
                    .payload(utf8("hello"))
                    .send();
            client.disconnect();
        } else {
            Mqtt5BlockingClient client =
                    builder.useMqttVersion5()
                            .simpleAuth()
                            .username(PRODUCER.name())
                            .password(utf8(PASSWORD))
                            .applySimpleAuth()
                            .buildBlocking();
            client.connect();
            publish(client, EVENTS, "hello");
            client.disconnect();
        }
        assertThat(BROKER.journal.texts()).containsExactly("hello");
    }

    @Test
    void a_wrong_password_is_refused() {
        assertRefused("producer", "wrong");
    }

    @Test
    void an_unknown_user_is_refused() {
        assertRefused("nobody", PASSWORD);
    }

    @Test
    void nobody_enters_without_a_name() {
        var anonymous =
                Mqtt5Client.builder()
                        .serverHost("127.0.0.1")
                        .serverPort(BROKER.port())
                        .buildBlocking();

        assertThatExceptionOfType(Mqtt5ConnAckException.class).isThrownBy(anonymous::connect);
    }

    private static void assertRefused(String user, String password) {
        var client = TestBroker.client(BROKER.port(), user, password).buildBlocking();

        assertThatExceptionOfType(Mqtt5ConnAckException.class)
                .isThrownBy(client::connect)
                .satisfies(refusal ->
                        assertThat(refusal.getMqttMessage().getReasonCode())
                                .isEqualTo(Mqtt5ConnAckReasonCode.BAD_USER_NAME_OR_PASSWORD));
    }

    @Test
    void publishing_without_the_right_is_refused_and_not_journalled() {
        var client = connected(BROKER.port(), READER, "no-right-to-write");

        assertThatExceptionOfType(Mqtt5PubAckException.class)
                .isThrownBy(() -> publish(client, EVENTS, "forged"));
        assertThat(BROKER.journal.arrivals()).isEmpty();
    }

    @Test
    void subscribing_without_the_right_is_refused() {
        var client = connected(BROKER.port(), PRODUCER, "no-right-to-read");

        for (String filter : List.of("#", "origin/#", "$share/group/origin/a/#")) {
            assertThatExceptionOfType(Mqtt5SubAckException.class)
                    .isThrownBy(() -> client.subscribeWith().topicFilter(filter).send());
        }
        client.disconnect();
    }
}
