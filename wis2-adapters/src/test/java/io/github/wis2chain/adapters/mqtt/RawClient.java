package io.github.wis2chain.adapters.mqtt;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5PublishBuilder;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// The library's client as it is, for the other side of a test.
final class RawClient implements AutoCloseable {

    private static final String MARKER = "the end";

    private final Mqtt5AsyncClient client;
    private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

    private RawClient(int port, String clientId) {
        client =
                Mqtt5Client.builder()
                        .identifier(clientId)
                        .serverHost("127.0.0.1")
                        .serverPort(port)
                        .executorConfig(Client.threads())
                        .buildAsync();
        client.publishes(
                MqttGlobalPublishFilter.ALL,
                message ->
                        received.add(
                                new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8)));
    }

    static RawClient connect(int port, String clientId) {
        var raw = new RawClient(port, clientId);
        raw.client.connectWith().cleanStart(false).sessionExpiryInterval(3600).send().join();
        return raw;
    }

    /// What a broker still has for a client, which must not be connected.
    ///
    /// @param topic one that the session subscribes to: a marker is sent to it
    static List<String> leftFor(int port, String clientId, String topic)
            throws InterruptedException {
        try (var client = connect(port, clientId)) {
            client.publish(topic, MARKER);
            var left = new ArrayList<String>();
            for (String text = client.next(); !text.equals(MARKER); text = client.next()) {
                left.add(text);
            }
            return left;
        }
    }

    RawClient subscribe(String filter) {
        client.subscribeWith().topicFilter(filter).qos(MqttQos.AT_LEAST_ONCE).send().join();
        return this;
    }

    void publish(String topic, String text) {
        publish(topic, message -> message.payload(utf8(text)));
    }

    void publish(String topic, UnaryOperator<Mqtt5PublishBuilder.Complete> message) {
        var plain = Mqtt5Publish.builder().topic(topic).qos(MqttQos.AT_LEAST_ONCE);
        client.publish(message.apply(plain).build()).join();
    }

    /// Publishes `0`, `1` and so on up to this number of messages.
    void publishNumbers(String topic, int count) {
        CompletableFuture.allOf(
                        IntStream.range(0, count)
                                .mapToObj(i ->
                                        client.publishWith()
                                                .topic(topic)
                                                .qos(MqttQos.AT_LEAST_ONCE)
                                                .payload(utf8(Integer.toString(i)))
                                                .send())
                                .toArray(CompletableFuture[]::new))
                .join();
    }

    static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    String next() throws InterruptedException {
        String text = received.poll(10, TimeUnit.SECONDS);
        if (text == null) {
            throw new AssertionError("no message came within 10 s");
        }
        return text;
    }

    /// What has come and was not asked for yet.
    List<String> drain() {
        var texts = new ArrayList<String>();
        received.drainTo(texts);
        return texts;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
