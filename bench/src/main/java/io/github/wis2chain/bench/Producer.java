package io.github.wis2chain.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/// Publishes events at QoS 1 over one connection and notes when each was acknowledged.
final class Producer implements AutoCloseable {

    private static final int WINDOW = 500;

    private final Mqtt5AsyncClient client;
    private final String topic;
    private final Map<String, Long> acknowledged = new ConcurrentHashMap<>();

    Producer(Broker broker, String topic) {
        this.topic = topic;
        client =
                Mqtt5Client.builder()
                        .identifier("bench-producer")
                        .serverHost("127.0.0.1")
                        .serverPort(broker.port())
                        .simpleAuth()
                        .username("prod-files-rw")
                        .password(broker.password("prod-files-rw"))
                        .applySimpleAuth()
                        .buildAsync();
        client.connect().join();
    }

    /// Publishes as fast as the broker acknowledges, and waits for the last acknowledgement.
    void flood(Events events, String series, int count) {
        var window = new ArrayDeque<CompletableFuture<?>>(WINDOW);
        for (int i = 0; i < count; i++) {
            if (window.size() == WINDOW) {
                window.remove().join();
            }
            window.add(publish(events, series, i));
        }
        window.forEach(CompletableFuture::join);
    }

    /// Publishes at a steady rate.
    void steadily(Events events, String series, int count, int perSecond)
            throws InterruptedException {
        long start = System.nanoTime();
        CompletableFuture<?> last = CompletableFuture.completedFuture(null);
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            last = publish(events, series, i);
        }
        last.join();
    }

    /// When the event of that name was acknowledged, by `System.nanoTime()`.
    Map<String, Long> acknowledged() {
        return acknowledged;
    }

    private CompletableFuture<?> publish(Events events, String series, int number) {
        String name = Events.name(series, number);
        return client.publishWith()
                .topic(topic)
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(events.event(series, number))
                .send()
                .thenAccept(_ -> acknowledged.put(name, System.nanoTime()));
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
