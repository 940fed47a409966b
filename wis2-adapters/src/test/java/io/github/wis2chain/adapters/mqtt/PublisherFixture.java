package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.adapters.mqtt.MqttPublisher.Limits;
import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/// A publisher of notifications to Mosquitto, and what tests do with it.
abstract class PublisherFixture {

    static final String TOPIC = "origin/a/wis2/fr-ifremer-argo/data/core/ocean";
    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir Path folder;

    @BeforeEach
    void await_in_short_steps() {
        Settings.awaitInShortSteps();
    }

    static MqttConnection connection(String url) {
        return MqttConnection.to(url, "wis2-publisher").withTiming(Settings.IMPATIENT);
    }

    static MqttPublisher open(MqttConnection connection) {
        return open(connection, Limits.DEFAULT);
    }

    static MqttPublisher open(MqttConnection connection, Limits limits) {
        return MqttPublisher.open("national", connection, limits, InstantSource.fixed(NOW));
    }

    static CompletableFuture<Delivery> publish(MqttPublisher publisher, String text) {
        return publisher.publish(TOPIC, Payload.ofText(text)).toCompletableFuture();
    }

    static Failure failure(CompletableFuture<Delivery> outcome) {
        return outcome.handle((delivery, thrown) ->
                        Causes.root(Objects.requireNonNull(thrown, "it was delivered"))
                                        instanceof StepFailure failed
                                ? failed.failure()
                                : fail(thrown))
                .join();
    }

    static void awaitHealthy(MqttPublisher publisher) {
        await().until(() -> publisher.status().healthy());
    }
}
