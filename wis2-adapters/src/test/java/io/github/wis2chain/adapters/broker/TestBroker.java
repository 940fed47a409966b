package io.github.wis2chain.adapters.broker;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.Mqtt5ClientBuilder;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

import io.github.wis2chain.adapters.broker.BrokerListener.Transport;
import io.github.wis2chain.engine.people.PasswordHash;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Settings, users and clients that the broker's tests share. Every user has the same password, so
/// that its slow hash is made once.
final class TestBroker {

    static final String PASSWORD = "secret";

    private static final PasswordHash HASH = PasswordHash.of(PASSWORD.toCharArray());

    static final BrokerUser PRODUCER = user("producer", TopicRight.readWrite("diffusion/files/#"));
    static final BrokerUser READER =
            user(
                    "reader",
                    TopicRight.read("diffusion/files/#"),
                    TopicRight.read("origin/a/wis2/#"));

    private TestBroker() {}

    static BrokerUser user(String name, TopicRight... rights) {
        return new BrokerUser(name, HASH, List.of(rights));
    }

    /// A broker with one TCP listener on a free port.
    static BrokerSettings settings(Path folder) {
        return BrokerSettings.onLoopback(folder, Optional.empty(), List.of(PRODUCER, READER))
                .withListeners(List.of(new BrokerListener(Transport.TCP, "127.0.0.1", 0)));
    }

    static EmbeddedBroker start(BrokerSettings settings, EventInlet... inlets) {
        return EmbeddedBroker.start(settings, InstantSource.system(), List.of(inlets));
    }

    static int port(EmbeddedBroker broker, Transport transport) {
        return broker.listeners().stream()
                .filter(listener -> listener.transport() == transport)
                .mapToInt(BrokerListener::port)
                .findFirst()
                .orElseThrow();
    }

    static int port(EmbeddedBroker broker) {
        return port(broker, Transport.TCP);
    }

    static Mqtt5ClientBuilder client(int port, String user, String password) {
        return Mqtt5Client.builder()
                .serverHost("127.0.0.1")
                .serverPort(port)
                .simpleAuth()
                .username(user)
                .password(password.getBytes(StandardCharsets.UTF_8))
                .applySimpleAuth();
    }

    static Mqtt5BlockingClient connected(int port, BrokerUser user, String id) {
        Mqtt5BlockingClient client =
                client(port, user.name(), PASSWORD).identifier(id).buildBlocking();
        client.connect();
        return client;
    }

    /// Publishes with QoS 1; returns when it is acknowledged.
    static void publish(Mqtt5BlockingClient client, String topic, String payload) {
        client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(utf8(payload)).send();
    }

    static void subscribe(Mqtt5BlockingClient client, String filter) {
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send();
    }

    static String text(Mqtt5Publish message) {
        return new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
