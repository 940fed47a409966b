package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.READER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.utf8;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.message.publish.Mqtt5Publish;
import com.hivemq.embedded.EmbeddedHiveMQ;

import jetbrains.exodus.log.Log;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// Habits of the broker library that would harm an operator, each kept in check.
final class BrokerLibraryTest {

    /// With the library's default, more than a gigabyte is claimed at the first start.
    private static final long MOST_BYTES_WHEN_EMPTY = 32 << 20;

    private static final int PATIENT_MILLIS = 30_000;

    @TempDir Path folder;

    @Test
    void an_empty_broker_takes_little_of_the_disk() throws IOException {
        try (var broker = TestBroker.start(TestBroker.settings(folder))) {
            assertThat(broker.listeners()).hasSize(1);
            assertThat(bytesIn(folder)).isBetween(1L, MOST_BYTES_WHEN_EMPTY);
        }
    }

    /// The library's default would fill half of the heap with pages of its files.
    @Test
    void little_of_its_files_is_kept_in_memory() throws Exception {
        try (var broker = TestBroker.start(TestBroker.settings(folder))) {
            assertThat(broker.listeners()).hasSize(1);
            Object cache = field(Log.class, "sharedCache").get(null);
            assertThat(cache).isNotNull();
            assertThat(field(cache.getClass().getSuperclass(), "memoryUsage").get(cache))
                    .isEqualTo(FileCache.GENERATION);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 5})
    void a_client_that_falls_silent_is_disconnected(int level) throws IOException {
        try (var broker = TestBroker.start(TestBroker.settings(folder));
                var client =
                        RawMqtt.connect(
                                TestBroker.port(broker),
                                level,
                                1,
                                "silent",
                                PRODUCER.name(),
                                PASSWORD)) {
            assertThat(client.read(PATIENT_MILLIS)).isEqualTo(RawMqtt.CONNACK);
            // By MQTT 5 the broker may say goodbye before it closes.
            int end = client.read(PATIENT_MILLIS);
            if (end == RawMqtt.DISCONNECT) {
                end = client.read(PATIENT_MILLIS);
            }
            assertThat(end).isEqualTo(RawMqtt.CLOSED);
        }
    }

    /// The library sends nothing new to a subscriber that has a message unacknowledged, even with
    /// room in its window. It must send the rest, all of it and in order, when the hold ends.
    @Test
    void what_waits_behind_a_held_acknowledgement_arrives_after_it() throws Exception {
        try (var broker = TestBroker.start(TestBroker.settings(folder))) {
            int port = TestBroker.port(broker);
            Mqtt5BlockingClient reader = connected(port, READER, "slow");
            Mqtt5BlockingClient producer = connected(port, PRODUCER, "producer");
            try (var messages = reader.publishes(MqttGlobalPublishFilter.ALL, true)) {
                reader.subscribeWith().topicFilter("diffusion/files/#").send();
                publish(producer, 0);
                Mqtt5Publish held = messages.receive(10, TimeUnit.SECONDS).orElseThrow();
                for (int i = 1; i <= 40; i++) {
                    publish(producer, i);
                }
                held.acknowledge();

                var rest = new ArrayList<String>();
                while (rest.size() < 40) {
                    Mqtt5Publish next = messages.receive(10, TimeUnit.SECONDS).orElseThrow();
                    rest.add(new String(next.getPayloadAsBytes(), StandardCharsets.UTF_8));
                    next.acknowledge();
                }
                assertThat(rest)
                        .isEqualTo(IntStream.rangeClosed(1, 40).mapToObj(i -> "m" + i).toList());
            }
            reader.disconnect();
            producer.disconnect();
        }
    }

    @Test
    void data_of_another_version_of_the_broker_are_left_alone() throws IOException {
        TestBroker.start(TestBroker.settings(folder)).close();
        Files.writeString(folder.resolve("format"), "HiveMQ CE 2031.1, 16 buckets\n");
        List<Path> before = filesIn(folder.resolve("data"));

        assertThatExceptionOfType(BrokerStartFailure.class)
                .isThrownBy(() -> TestBroker.start(TestBroker.settings(folder)))
                .withMessageContaining("[HiveMQ CE 2031.1, 16 buckets]")
                .withMessageContaining("move the folder away");
        assertThat(filesIn(folder.resolve("data"))).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n"})
    void a_start_that_could_not_write_its_format_leaves_nothing_in_the_way(String left)
            throws IOException {
        Files.writeString(folder.resolve("format"), left);
        Files.writeString(folder.resolve("format.new"), "HiveM");

        BrokerFolder.open(folder).close();

        assertThat(folder.resolve("format")).hasContent(HiveMq.FORMAT);
        assertThat(folder.resolve("format.new")).doesNotExist();
    }

    @Test
    void the_format_of_the_folder_names_the_library_that_is_used() {
        String archive =
                EmbeddedHiveMQ.class.getProtectionDomain().getCodeSource().getLocation().getPath();
        String version = HiveMq.FORMAT.replaceFirst("HiveMQ CE (.*), .*", "$1");
        assertThat(Path.of(archive).getFileName())
                .hasToString("hivemq-community-edition-embedded-" + version + ".jar");
    }

    private static Field field(Class<?> type, String name) throws NoSuchFieldException {
        Field field = type.getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    private static void publish(Mqtt5BlockingClient producer, int number) {
        producer.publishWith()
                .topic("diffusion/files/x")
                .qos(MqttQos.AT_LEAST_ONCE)
                .payload(utf8("m" + number))
                .send();
    }

    private static long bytesIn(Path folder) throws IOException {
        long bytes = 0;
        for (Path file : filesIn(folder)) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
