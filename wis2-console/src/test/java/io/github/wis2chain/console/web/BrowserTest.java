package io.github.wis2chain.console.web;

import io.github.wis2chain.console.api.ApiServer;
import io.github.wis2chain.console.api.ApiSettings;
import io.github.wis2chain.console.api.TestNode;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.InMemoryWorkQueue;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.engine.run.Worker;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A node with its console, and a browser without script.
abstract class BrowserTest {

    /// What a sender may write who means ill.
    static final String HOSTILE = "<script>alert('x')</script>\"><img src=x>";

    final TestNode node = new TestNode();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ApiServer server =
            ApiServer.start(
                    new ApiSettings("127.0.0.1", 0, Optional.empty(), 1 << 20), node, new Pages());

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    /// How many rows the list on a page has.
    static long rows(String page) {
        return Pattern.compile("<tr data-row").matcher(page).results().count();
    }

    RunId accept(String event) {
        var arrival =
                new Arrival(
                        new SourceName("argo-files"),
                        Payload.ofText(event),
                        new Origin("mqtt", HOSTILE, Map.of()),
                        false,
                        Instant.now());
        return node.store().accept(arrival).join().run();
    }

    /// Fails every run that is due, for good.
    void fail(Function<Claim, Failure> why) {
        var turns = new Turns();
        var worker =
                new Worker() {
                    @Override
                    public Turns.Turn nextTurn() {
                        return turns.take();
                    }

                    @Override
                    public Outcome work(Claim claim, Turns.Turn turn) {
                        return new Outcome.Failed(
                                "verify-data",
                                why.apply(claim),
                                claim.history(),
                                Labels.NONE.withDataset("argo-bufr"));
                    }
                };
        try (var queue = new InMemoryWorkQueue(node.store())) {
            queue.start(worker);
            Awaitility.await().until(() -> node.archive().oldestInProgress().isEmpty());
        }
    }

    void publish(RunId run, String dataId) {
        node.outbox()
                .store(
                        run,
                        List.of(
                                new Ready(
                                        "n1",
                                        "argo-bufr",
                                        dataId,
                                        "origin/a/wis2",
                                        "canonical",
                                        "sha512:x",
                                        Payload.ofText(
                                                "{\"geometry\":{\"type\":\"Point\",\"coordinates\":[-8.3264,46.7512]}}"),
                                        Instant.now(),
                                        Optional.empty())))
                .join();
    }

    /// How many bytes of a page come over the network to a browser.
    int weight(String path) {
        HttpResponse<byte[]> page =
                sendAs(
                        Optional.of(server.localAccess()),
                        HttpRequest.newBuilder(at(path)).header("Accept-Encoding", "gzip"),
                        BodyHandlers.ofByteArray());
        return page.body().length;
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(at(path)));
    }

    HttpResponse<String> post(String path, String body) {
        return send(HttpRequest.newBuilder(at(path)).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> form(String path, String body) {
        return send(
                HttpRequest.newBuilder(at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        return sendAs(Optional.of(server.localAccess()), request);
    }

    HttpResponse<String> sendAs(Optional<AccessSecret> who, HttpRequest.Builder request) {
        return sendAs(who, request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> sendAs(
            Optional<AccessSecret> who, HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            who.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.text()));
            return client.send(request.timeout(Duration.ofSeconds(20)).build(), body);
        } catch (IOException failure) {
            throw new AssertionError("no answer", failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }
}
