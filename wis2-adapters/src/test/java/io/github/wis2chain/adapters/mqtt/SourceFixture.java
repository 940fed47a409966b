package io.github.wis2chain.adapters.mqtt;

import static io.github.wis2chain.adapters.mqtt.Settings.NAME;
import static io.github.wis2chain.adapters.mqtt.Settings.connection;
import static io.github.wis2chain.adapters.mqtt.Settings.files;

import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;

/// A source of events from Mosquitto, the journal behind it, and what tests do with them.
abstract class SourceFixture {

    final TestJournal journal = new TestJournal();

    @TempDir Path folder;

    @BeforeEach
    void await_in_short_steps() {
        Settings.awaitInShortSteps();
    }

    MqttSource open(MqttConnection connection) {
        return open(connection, files());
    }

    MqttSource open(MqttConnection connection, MqttSource.Wanted wanted) {
        return MqttSource.open(NAME, connection, wanted, journal.intake(), InstantSource.system());
    }

    void awaitArrivals(int count) {
        await().until(() -> journal.arrivals().size() >= count);
    }

    static void awaitHealthy(MqttSource source) {
        await().until(() -> source.status().healthy());
    }
}
