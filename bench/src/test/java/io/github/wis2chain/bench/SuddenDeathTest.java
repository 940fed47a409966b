package io.github.wis2chain.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

final class SuddenDeathTest {

    private static final String EVENTS = "diffusion/files/bench/argo/bufr";
    private static final String NOTIFICATIONS = "origin/a/wis2/fr-ifremer-argo/#";
    private static final int COUNT = 5_000;
    private static final int KILLS = 10;

    @TempDir Path folder = Path.of("replaced");

    @Test
    void ten_kills_in_a_stream_lose_no_event_and_double_no_notification() throws Exception {
        // Other moments at every run; the seed is in the message of a failure.
        long seed = System.nanoTime();
        var random = new Random(seed);
        NodeUnderTest node = NodeUnderTest.in(folder, Optional.empty());
        try (DataServer server = DataServer.start()) {
            var events = new Events(server);
            NodeProcess running = node.start();
            try (var ledger = new Ledger(node.broker(), NOTIFICATIONS);
                    var producer = new StubbornProducer(node.broker(), EVENTS)) {
                CompletableFuture<Void> stream =
                        CompletableFuture.runAsync(() -> producer.publish(events, "killed", COUNT));
                for (int kill = 1; kill <= KILLS; kill++) {
                    int due = kill * COUNT / (KILLS + 2) - random.nextInt(COUNT / 20);
                    await().atMost(Duration.ofSeconds(60)).until(() -> ledger.announced() >= due);
                    running.kill();
                    running = node.start();
                }
                stream.join();
                ledger.awaitAnnounced(COUNT, Duration.ofSeconds(60));

                assertThat(ledger.announced())
                        .as("seed %s; %s", seed, unfinished(running))
                        .isEqualTo(COUNT);
                assertThat(ledger.faults()).as("seed %s", seed).isEmpty();
                assertThat(running.get("/api/v1/runs?state=failed")).contains("\"items\":[]");
            } finally {
                running.close();
            }
        }
    }

    /// Where the events are that were not announced: what an engineer asks first.
    private static String unfinished(NodeProcess node) throws Exception {
        var text = new StringBuilder();
        for (String state : List.of("waiting", "running", "failed")) {
            text.append(state).append(": ").append(node.get("/api/v1/runs?state=" + state));
            text.append('\n');
        }
        return text.toString();
    }
}
