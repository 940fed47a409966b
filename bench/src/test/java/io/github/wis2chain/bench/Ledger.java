package io.github.wis2chain.bench;

import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5AsyncClient;
import com.hivemq.client.mqtt.mqtt5.Mqtt5Client;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Hears every notification over a session that is kept, as a Global Broker does, and holds what it
/// heard against what must never be.
final class Ledger implements AutoCloseable {

    private final Mqtt5AsyncClient client;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> bytesById = new HashMap<>();
    private final Map<String, String> idByData = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long repeated;

    Ledger(Broker broker, String filter) {
        client =
                Mqtt5Client.builder()
                        .identifier("ledger")
                        .serverHost("127.0.0.1")
                        .serverPort(broker.port())
                        .simpleAuth()
                        .username("wis2-argo-ro")
                        .password(broker.password("wis2-argo-ro"))
                        .applySimpleAuth()
                        .automaticReconnect()
                        .initialDelay(50, TimeUnit.MILLISECONDS)
                        .maxDelay(200, TimeUnit.MILLISECONDS)
                        .applyAutomaticReconnect()
                        .buildAsync();
        client.connectWith().cleanStart(false).sessionExpiryInterval(3600).send().join();
        client.subscribeWith()
                .topicFilter(filter)
                .qos(MqttQos.AT_LEAST_ONCE)
                .callback(this::enter)
                .send()
                .join();
    }

    private synchronized void enter(Mqtt5Publish message) {
        String bytes = new String(message.getPayloadAsBytes(), StandardCharsets.UTF_8);
        try {
            JsonNode notification = json.readTree(bytes);
            String id = notification.path("id").asString();
            String data = notification.path("properties").path("data_id").asString();
            String earlier = bytesById.putIfAbsent(id, bytes);
            if (earlier != null) {
                repeated++;
                if (!earlier.equals(bytes)) {
                    faults.add("id %s with other bytes: %s and %s".formatted(id, earlier, bytes));
                }
            }
            String first = idByData.putIfAbsent(data, id);
            if (first != null && !first.equals(id)) {
                faults.add("data_id %s under two ids: %s and %s".formatted(data, first, id));
            }
        } catch (JacksonException broken) {
            faults.add("not JSON: " + bytes);
        }
    }

    /// How many data_id were heard.
    synchronized int announced() {
        return idByData.size();
    }

    /// Returns once `count` data_id were heard, or none was for as long as `patience`.
    synchronized void awaitAnnounced(int count, Duration patience) throws InterruptedException {
        long last = System.nanoTime();
        int heard = announced();
        while (heard < count && System.nanoTime() - last < patience.toNanos()) {
            wait(100);
            if (announced() > heard) {
                heard = announced();
                last = System.nanoTime();
            }
        }
    }

    /// How many messages were heard again, byte for byte, which QoS 1 allows.
    synchronized long repeated() {
        return repeated;
    }

    /// What must never be, and was.
    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        client.disconnect().join();
    }
}
