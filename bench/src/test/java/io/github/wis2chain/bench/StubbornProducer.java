package io.github.wis2chain.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Publishes events at QoS 1 until each has been acknowledged, whatever happens to the broker.
final class StubbornProducer implements AutoCloseable {

    private static final int WINDOW = 100;

    private final Mqtt5AsyncClient client;
    private final String topic;

    StubbornProducer(Broker broker, String topic) {
        this.topic = topic;
        client =
                Mqtt5Client.builder()
                        .identifier("stubborn-producer")
                        .serverHost("127.0.0.1")
                        .serverPort(broker.port())
                        .simpleAuth()
                        .username("prod-files-rw")
                        .password(broker.password("prod-files-rw"))
                        .applySimpleAuth()
                        .automaticReconnect()
                        .initialDelay(50, TimeUnit.MILLISECONDS)
                        .maxDelay(200, TimeUnit.MILLISECONDS)
                        .applyAutomaticReconnect()
                        .buildAsync();
        client.connectWith().cleanStart(false).sessionExpiryInterval(3600).send().join();
    }

    /// Returns when every event has been acknowledged.
    void publish(Events events, String series, int count) {
        var window = new ArrayDeque<CompletableFuture<?>>(WINDOW);
        for (int i = 0; i < count; i++) {
            if (window.size() == WINDOW) {
                window.remove().join();
            }
            window.add(publish(events.event(series, i)));
        }
        window.forEach(CompletableFuture::join);
    }

    private CompletableFuture<?> publish(byte[] event) {
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(event)
                .send()
                .<Object>thenApply(acknowledged -> acknowledged)
                .exceptionallyCompose(_ -> publish(event).thenApply(again -> again));
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
