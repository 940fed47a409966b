package io.github.wis2chain.app.cli;

import io.github.wis2chain.engine.run.Payload;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Speaks to a running node over its REST API.
final class ApiClient implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    /// How often, and after what pause, something to be done is sent in all while its answer is lost.
    private static final int TRIES = 10;

    private static final String UNDER_WAY = "REQUEST_UNDER_WAY";
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final URI node;
    private final Optional<String> token;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /// @param node such as `http://127.0.0.1:8080`
    ApiClient(URI node, Optional<String> token) {
        this.node = node;
        this.token = token;
    }

    /// A body to send.
    ///
    /// @param mediaType empty to state none
    record Body(Optional<String> mediaType, Payload content) {

        private static final Optional<String> OF_JSON = Optional.of("application/json");

        static final Body NONE = new Body(OF_JSON, Payload.ofText(""));

        static Body json(JsonNode json) {
            return new Body(OF_JSON, Payload.of(JSON.writeValueAsBytes(json)));
        }
    }

    JsonNode get(String path, Map<String, String> query) {
        return json(send(request(path, query).GET().build()));
    }

    JsonNode get(String path) {
        return get(path, Map.of());
    }

    byte[] bytes(String path) {
        return send(request(path, Map.of()).GET().build()).body();
    }

    /// An answer as plain text.
    String text(String path) {
        var request = request(path, Map.of()).setHeader("Accept", "text/plain").GET().build();
        return new String(send(request).body(), StandardCharsets.UTF_8);
    }

    /// Follows the live changes until the node ends them.
    ///
    /// @param each takes the name of an event and its data
    void changes(BiConsumer<String, JsonNode> each) {
        var request =
                unhurried("/api/v1/changes", Map.of())
                        .setHeader("Accept", "text/event-stream")
                        .GET()
                        .build();
        try {
            HttpResponse<Stream<String>> answer = http.send(request, BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new CommandFailure(
                        ExitCode.UNDECIDED,
                        "%s answered with status %d: %s"
                                .formatted(
                                        node,
                                        answer.statusCode(),
                                        answer.body().collect(Collectors.joining(" "))));
            }
            try (Stream<String> lines = answer.body()) {
                var stream = new EventStream(each);
                lines.forEach(stream::take);
            }
        } catch (IOException | UncheckedIOException lost) {
            throw unreachable(lost);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNDECIDED, "interrupted", interrupted);
        }
    }

    /// Has something done, once: where the connection breaks before the answer is there, the request
    /// is sent again with its key, by which the node knows it.
    JsonNode post(String path, Map<String, String> query, Body body) {
        HttpRequest.Builder request =
                request(path, query)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(BodyPublishers.ofByteArray(body.content().bytes()));
        body.mediaType().ifPresent(type -> request.header("Content-Type", type));
        return json(sendUntilAnswered(request.build()));
    }

    private HttpRequest.Builder request(String path, Map<String, String> query) {
        return unhurried(path, query).timeout(ANSWER);
    }

    private HttpRequest.Builder unhurried(String path, Map<String, String> query) {
        String parameters =
                query.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        String base = node.toString().replaceAll("/+$", "");
        var request =
                HttpRequest.newBuilder(
                                URI.create(
                                        base
                                                + path
                                                + (parameters.isEmpty() ? "" : "?" + parameters)))
                        .header("Accept", "application/json");
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return exchange(request);
        } catch (IOException unreachable) {
            throw unreachable(unreachable);
        }
    }

    private HttpResponse<byte[]> sendUntilAnswered(HttpRequest request) {
        for (int tries = 1; ; tries++) {
            try {
                return exchange(request);
            } catch (ConnectException | HttpTimeoutException unreachable) {
                throw unreachable(unreachable);
            } catch (IOException lost) {
                if (tries == TRIES) {
                    throw unreachable(lost);
                }
            } catch (Refusal refusal) {
                if (tries == TRIES || !refusal.code().equals(UNDER_WAY)) {
                    throw refusal;
                }
            }
            RunWatch.sleep(PAUSE);
        }
    }

    private HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        HttpResponse<byte[]> answer;
        try {
            answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CommandFailure(ExitCode.UNDECIDED, "interrupted", interrupted);
        }
        if (answer.statusCode() / 100 != 2) {
            throw refusal(answer);
        }
        return answer;
    }

    private CommandFailure unreachable(Exception failure) {
        return new CommandFailure(
                ExitCode.UNDECIDED,
                "no node answers at %s (%s). Start one with `wis2 serve`, or name another with --node."
                        .formatted(node, reason(failure)),
                failure);
    }

    private static String reason(Exception failure) {
        return failure.getMessage() == null
                ? failure.getClass().getSimpleName()
                : failure.getMessage();
    }

    private JsonNode json(HttpResponse<byte[]> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            throw new CommandFailure(
                    ExitCode.UNDECIDED,
                    "what answers at %s is no node of WIS2 Chain: its answer is not JSON"
                            .formatted(node),
                    notJson);
        }
    }

    private Refusal refusal(HttpResponse<byte[]> answer) {
        JsonNode problem;
        try {
            problem = JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            problem = JSON.createObjectNode();
        }
        Duration wait =
                answer.headers()
                        .firstValue("Retry-After")
                        .filter(text -> text.matches("\\d{1,4}"))
                        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                        .orElse(Duration.ofSeconds(1));
        return new Refusal(
                answer.statusCode(),
                Answers.text(problem, "code"),
                Printable.of(
                        problem.path("detail")
                                .asString(
                                        "%s answered with status %d"
                                                .formatted(node, answer.statusCode()))),
                problem,
                wait);
    }

    @Override
    public void close() {
        http.close();
    }
}
