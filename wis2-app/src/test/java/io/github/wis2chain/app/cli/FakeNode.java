package io.github.wis2chain.app.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A node that gives prepared answers and remembers what it was asked.
final class FakeNode implements AutoCloseable {

    private static final int BROKEN = 0;

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new HashMap<>();
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

    FakeNode() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /// What was asked.
    ///
    /// @param call method, path and query: `GET /api/v1/runs?limit=50`
    record Request(String call, String body, Map<String, String> headers) {}

    private record Answer(int status, String body) {}

    /// Prepares an answer; the last one for a call is given again and again.
    FakeNode on(String methodAndPath, int status, String body) {
        answers.computeIfAbsent(methodAndPath, any -> new ArrayDeque<>())
                .add(new Answer(status, body));
        return this;
    }

    /// Breaks the connection once instead of answering this call.
    FakeNode breaking(String methodAndPath) {
        return on(methodAndPath, BROKEN, "");
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    List<String> calls() {
        return requests().stream().map(Request::call).toList();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name, values.getFirst()));
        requests.add(
                new Request(
                        call,
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        headers));
        Answer answer =
                Optional.ofNullable(answers.get(exchange.getRequestMethod() + " " + path))
                        .map(queue -> queue.size() > 1 ? queue.remove() : queue.element())
                        .orElse(
                                new Answer(
                                        404,
                                        "{\"detail\": \"there is no such thing\", \"code\":"
                                                + " \"NOT_FOUND\"}"));
        if (answer.status() == BROKEN) {
            exchange.close();
            return;
        }
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Retry-After", "0");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
