package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.FailureCode;
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
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.SourceName;
import io.github.wis2chain.engine.run.StepRecord;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.engine.run.Worker;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A server on a free port, a client, and runs in every state.
abstract class ApiTest {

    static final JsonMapper JSON = new JsonMapper();

    /// Who calls: the node's own user on its own machine.
    static final String LOCAL = System.getProperty("user.name") + " (local)";

    final TestNode node = new TestNode();
    final HttpClient client = HttpClient.newHttpClient();
    ApiServer server = start();

    private ApiServer start() {
        return ApiServer.start(settings(), node, TestFrontage.PLAIN);
    }

    ApiSettings settings() {
        return new ApiSettings("127.0.0.1", 0, Optional.empty(), 8192);
    }

    @BeforeEach
    void serverIsUp() {
        assertThat(server.port()).isPositive();
    }

    @AfterEach
    void end() {
        client.close();
        server.close();
    }

    URI at(String path) {
        return URI.create("http://127.0.0.1:%d%s".formatted(server.port(), path));
    }

    HttpResponse<String> get(String path) {
        return send(path, request -> request);
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send(
                path,
                request -> {
                    if (headers.length > 0) {
                        request.headers(headers);
                    }
                    return request.POST(BodyPublishers.ofString(body));
                });
    }

    HttpResponse<String> postJson(String path, String body) {
        return post(path, body, "Content-Type", "application/json");
    }

    /// As the node's own user, who may do everything.
    HttpResponse<String> send(String path, UnaryOperator<HttpRequest.Builder> how) {
        return sendAs(Optional.of(server.localAccess()), path, how);
    }

    HttpResponse<String> sendAs(
            Optional<AccessSecret> who, String path, UnaryOperator<HttpRequest.Builder> how) {
        var request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(20));
        who.ifPresent(secret -> request.setHeader("Authorization", "Bearer " + secret.text()));
        try {
            HttpRequest sent = how.apply(request).build();
            HttpResponse<String> answer = client.send(sent, BodyHandlers.ofString());
            assertThat(Contract.broken(sent, answer)).isEmpty();
            return answer;
        } catch (IOException failure) {
            throw new AssertionError("no answer from " + path, failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static void refused(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        JsonNode problem = json(response);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("detail").asString()).isNotBlank();
        assertThat(problem.path("request_id").asString())
                .isEqualTo(response.headers().firstValue("X-Request-Id").orElse("missing"));
    }

    /// An event in the journal, with a run that waits.
    RunId waiting(String event) {
        var arrival =
                new Arrival(
                        new SourceName("argo-files"),
                        Payload.ofText(event),
                        new Origin("mqtt", "diffusion/files", Map.of()),
                        false,
                        Instant.now());
        return node.runs.accept(arrival).join().run();
    }

    RunId failed(String event) {
        RunId run = waiting(event);
        failOnce();
        return run;
    }

    /// Fails the run whose turn it is, for good.
    void failOnce() {
        work(claim ->
                new Outcome.Failed(
                        "verify-data",
                        Failure.permanent(FailureCode.LINK_STATUS, "/links/0 gave 404."),
                        claim.history().and(List.of(step(claim)), 0),
                        labels()));
    }

    RunId waitingToBeTriedAgain(String event) {
        RunId run = waiting(event);
        work(claim ->
                new Outcome.Later(
                        Instant.now().plusSeconds(600),
                        "publish",
                        Failure.temporary(
                                FailureCode.BROKER_UNAVAILABLE, "There is no connection."),
                        claim.history().and(List.of(step(claim)), 1),
                        labels()));
        return run;
    }

    /// A run that published a notification of this id.
    RunId succeeded(String event, String notificationId) {
        RunId run = waiting(event);
        Payload message = Payload.ofText("{\"id\":\"%s\",\"n\":1.10}".formatted(notificationId));
        var ready =
                new Ready(
                        notificationId,
                        "argo-bufr",
                        "argo/a.bufr",
                        "origin/a/wis2",
                        "canonical",
                        "sha512:x",
                        message,
                        Instant.now(),
                        Optional.empty());
        node.sent.store(run, List.of(ready)).join();
        node.sent
                .acknowledged(
                        run, notificationId, new Delivery(Instant.now(), "embedded", "SUCCESS"))
                .join();
        work(claim ->
                new Outcome.Succeeded(
                        "1 notification published.",
                        claim.history().and(List.of(step(claim)), 0),
                        labels()));
        return run;
    }

    /// Takes everything that is due to this end.
    void work(Function<Claim, Outcome> how) {
        var turns = new Turns();
        var worker =
                new Worker() {
                    @Override
                    public Turns.Turn nextTurn() {
                        return turns.take();
                    }

                    @Override
                    public Outcome work(Claim claim, Turns.Turn turn) {
                        Outcome outcome = how.apply(claim);
                        node.metrics().ended(claim, outcome);
                        node.changes().ended(claim, outcome);
                        return outcome;
                    }
                };
        try (var queue = new InMemoryWorkQueue(node.runs)) {
            queue.start(worker);
            Awaitility.await().until(this::nothingIsDue);
        }
    }

    private boolean nothingIsDue() {
        return node.runs.runs(RunFilter.ALL, Optional.empty(), 1000).stream()
                .noneMatch(run ->
                        run.state() == RunState.RUNNING
                                || (run.state() == RunState.WAITING
                                        && run.dueAt().filter(Instant.now()::isAfter).isPresent()));
    }

    private static Labels labels() {
        return Labels.NONE
                .withDataset("argo-bufr")
                .withEventName("event-1")
                .withDataId("argo/a.bufr");
    }

    private static StepRecord step(Claim claim) {
        return new StepRecord(
                "verify-data",
                claim.history().nextAttempt(),
                Instant.now(),
                Duration.ofNanos(1_234_567),
                Optional.empty(),
                List.of(
                        new Remark(
                                Remark.Level.WARNING,
                                "/req/core/links",
                                "/links/0",
                                "It is slow.",
                                Optional.empty())));
    }

    String explanation(RunId run) {
        return json(get("/api/v1/runs/" + run)).path("explanation").asString();
    }

    RunState state(RunId run) {
        return node.runs.run(run).orElseThrow().summary().state();
    }
}
