package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestBroker.PASSWORD;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.READER;
import static io.github.wis2chain.adapters.broker.TestBroker.utf8;

import static org.assertj.core.api.Assertions.assertThat;

import com.hivemq.client.mqtt.MqttGlobalPublishFilter;
import com.hivemq.client.mqtt.datatypes.MqttQos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The broker's process is killed in the middle of a stream.
class KilledBrokerTest {

    private static final int BEFORE_THE_KILL = 1_000;

    @TempDir private Path folder;

    @Test
    void what_was_acknowledged_outlives_a_kill() throws Exception {
        Set<String> acknowledged = Collections.newSetFromMap(new ConcurrentHashMap<>());
        try (var child = Child.start(folder)) {
            subscribeAndLeave(child.port);
            publishUntilKilled(child, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(BEFORE_THE_KILL);

        try (var child = Child.start(folder)) {
            assertThat(child.lastEndedCleanly).isFalse();
            Set<String> missing = new HashSet<>(acknowledged);
            var sleeper =
                    TestBroker.client(child.port, READER.name(), PASSWORD)
                            .identifier("sleeper")
                            .buildBlocking();
            try (var messages = sleeper.publishes(MqttGlobalPublishFilter.ALL)) {
                sleeper.connectWith().cleanStart(false).sessionExpiryInterval(600).send();
                while (!missing.isEmpty()) {
                    var message = messages.receive(5, TimeUnit.SECONDS);
                    if (message.isEmpty()) {
                        break;
                    }
                    missing.remove(
                            new String(message.get().getPayloadAsBytes(), StandardCharsets.UTF_8));
                }
            }
            assertThat(missing).isEmpty();
        }
    }

    private static void subscribeAndLeave(int port) {
        var sleeper =
                TestBroker.client(port, READER.name(), PASSWORD)
                        .identifier("sleeper")
                        .buildBlocking();
        sleeper.connectWith().cleanStart(false).sessionExpiryInterval(600).send();
        sleeper.subscribeWith().topicFilter("diffusion/files/#").send();
        sleeper.disconnect();
    }

    private static void publishUntilKilled(Child child, Set<String> acknowledged)
            throws InterruptedException {
        var producer =
                TestBroker.client(child.port, PRODUCER.name(), PASSWORD)
                        .identifier("producer")
                        .buildAsync();
        producer.connect().join();
        var enough = new CountDownLatch(BEFORE_THE_KILL);
        for (int i = 0; i < 3 * BEFORE_THE_KILL; i++) {
            String payload = "m" + i;
            var _ =
                    producer.publishWith()
                            .topic("diffusion/files/x")
                            .qos(MqttQos.AT_LEAST_ONCE)
                            .payload(utf8(payload))
                            .send()
                            .whenComplete((result, failure) -> {
                                if (failure == null) {
                                    acknowledged.add(payload);
                                    enough.countDown();
                                }
                            });
        }
        assertThat(enough.await(20, TimeUnit.SECONDS)).isTrue();
        child.close();
    }

    /// A child process that has started its broker.
    private static final class Child implements AutoCloseable {

        private final Process process;
        private final int port;
        private final boolean lastEndedCleanly;

        private Child(Process process, int port, boolean lastEndedCleanly) {
            this.process = process;
            this.port = port;
            this.lastEndedCleanly = lastEndedCleanly;
        }

        static Child start(Path folder) throws IOException {
            Process process =
                    new ProcessBuilder(
                                    List.of(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-Xmx256m",
                                            "-XX:+UseSerialGC",
                                            "-XX:TieredStopAtLevel=1",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "--sun-misc-unsafe-memory-access=allow",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            BrokerChild.class.getName(),
                                            folder.toString()))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            while (line != null && !line.startsWith("ready ")) {
                line = output.readLine();
            }
            if (line == null) {
                process.destroyForcibly();
                throw new IOException("the child ended before it was ready");
            }
            String[] words = line.split(" ", -1);
            return new Child(process, Integer.parseInt(words[1]), Boolean.parseBoolean(words[2]));
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
