package io.github.wis2chain.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;

import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.cli.Typed;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.JournalUnavailable;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Receipt;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The stop of a whole node with a run under way.
final class StopTest {

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);

    @Test
    void a_node_that_stops_takes_no_more_events_while_runs_under_way_still_end(@TempDir Path data)
            throws Exception {
        HttpServer server = slowServer();
        Ports ports = Ports.free();
        Application node =
                Application.start(
                        Settings.parse("test", DemoSettings.yaml(data, ports), data, Map.of())
                                .settings(),
                        InstantSource.system());
        publishRecord(server, node);
        assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stop = CompletableFuture.runAsync(node::close);

        await().until(() -> isTurnedAway(accept(node)));
        assertThat(stop.isDone()).isFalse();
        assertThat(node.node().sources())
                .filteredOn(source -> !source.name().value().equals("http"))
                .isNotEmpty()
                .noneMatch(source -> source.status().healthy());
        answered.countDown();
        stop.get(60, TimeUnit.SECONDS);
        server.stop(0);
    }

    private HttpServer slowServer() throws Exception {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    asked.countDown();
                    try {
                        assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
                    } catch (InterruptedException ended) {
                        Thread.currentThread().interrupt();
                    }
                    exchange.sendResponseHeaders(404, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }

    private static void publishRecord(HttpServer server, Application node) {
        String record =
                new String(Samples.find(Samples.RECORD).orElseThrow(), StandardCharsets.UTF_8);
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/record.json";
        var result =
                new Typed()
                        .with("WIS2_URL", "http://127.0.0.1:" + node.apiPort())
                        .input(record)
                        .run("metadata", "publish", "-", "--url", url);
        assertThat(result.code()).as(result.err()).isZero();
    }

    private static CompletableFuture<Receipt> accept(Application node) {
        return node.node()
                .intake()
                .accept(
                        new Arrival(
                                new SourceName("http"),
                                Payload.ofText("{}"),
                                new Origin("test", "here", Map.of()),
                                false,
                                InstantSource.system().instant()));
    }

    private static boolean isTurnedAway(CompletableFuture<Receipt> receipt) {
        return receipt.isCompletedExceptionally()
                && receipt.exceptionNow() instanceof JournalUnavailable;
    }
}
