package io.github.wis2chain.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

final class BrokerRestartTest {

    private static final String EVENTS = "diffusion/files/bench/argo/bufr";
    private static final String NOTIFICATIONS = "origin/a/wis2/fr-ifremer-argo/#";
    private static final int COUNT = 5_000;
    private static final int RESTARTS = 3;

    @TempDir Path folder = Path.of("replaced");

    @Test
    void restarts_of_mosquitto_in_a_stream_lose_no_event_and_double_no_notification()
            throws Exception {
        Optional<Path> program = MosquittoProcess.program();
        if (System.getenv("CI") == null) {
            assumeThat(program).as("mosquitto is installed").isPresent();
        }
        Path kept = Files.createDirectory(folder.resolve("mosquitto"));
        int port = MosquittoProcess.Ports.free();
        var mosquitto = MosquittoProcess.persistent(program.orElseThrow(), kept, port);
        Broker broker = mosquitto.broker();
        NodeUnderTest node = NodeUnderTest.in(folder, Optional.of(broker));
        try (DataServer server = DataServer.start();
                NodeProcess running = node.start();
                var ledger = new Ledger(broker, NOTIFICATIONS);
                var producer = new StubbornProducer(broker, EVENTS)) {
            var events = new Events(server);
            var stream =
                    CompletableFuture.runAsync(() -> producer.publish(events, "restarted", COUNT));
            for (int restart = 1; restart <= RESTARTS; restart++) {
                int due = restart * COUNT / (RESTARTS + 2);
                await().atMost(Duration.ofSeconds(60)).until(() -> ledger.announced() >= due);
                mosquitto.close();
                mosquitto = MosquittoProcess.persistent(program.orElseThrow(), kept, port);
            }
            stream.join();
            await().atMost(Duration.ofSeconds(60)).until(() -> ledger.announced() >= COUNT);

            assertThat(ledger.announced()).isEqualTo(COUNT);
            assertThat(ledger.faults()).isEmpty();
            assertThat(running.get("/api/v1/runs?state=failed")).contains("\"items\":[]");
        } finally {
            mosquitto.close();
        }
    }
}
