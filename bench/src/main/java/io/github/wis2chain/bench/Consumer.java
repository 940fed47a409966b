package io.github.wis2chain.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Receives notifications, as a Global Broker would, and notes when each arrived.
final class Consumer implements AutoCloseable {

    private static final Pattern NAME = Pattern.compile("/([a-z0-9-]+-[0-9]{6})\\.bufr\"");

    private final Mqtt5AsyncClient client;
    private final Map<String, Long> arrived = new ConcurrentHashMap<>();
    private final AtomicLong received = new AtomicLong();

    Consumer(Broker broker, String user, String filter) {
        client =
                Mqtt5Client.builder()
                        .identifier("bench-consumer")
                        .serverHost("127.0.0.1")
                        .serverPort(broker.port())
                        .simpleAuth()
                        .username(user)
                        .password(broker.password(user))
                        .applySimpleAuth()
                        .buildAsync();
        client.connect().join();
        client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::receive)
                .send()
                .join();
    }

    private void receive(Mqtt5Publish message) {
        long now = System.nanoTime();
        received.incrementAndGet();
        Matcher name =
                NAME.matcher(new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8));
        if (name.find()) {
            arrived.putIfAbsent(name.group(1), now);
        }
    }

    /// When the notification about the file of that name arrived, by `System.nanoTime()`.
    Map<String, Long> arrived() {
        return arrived;
    }

    long received() {
        return received.get();
    }

    /// Waits until so many files were announced in all.
    ///
    /// @throws IllegalStateException if nothing arrives for half a minute
    void await(long files) throws InterruptedException {
        long before = -1;
        long progress = System.nanoTime();
        while (arrived.size() < files) {
            if (arrived.size() != before) {
                before = arrived.size();
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > Duration.ofSeconds(30).toNanos()) {
                throw new IllegalStateException(
                        "%d of %d notifications arrived, then none for 30 s"
                                .formatted(before, files));
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
