package io.github.wis2chain.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.app.Application;
import io.github.wis2chain.app.settings.Settings;
import io.github.wis2chain.app.settings.binding.InvalidSettings;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/// Requests with a key, over a stop and start of the whole node.
class RequestsOverRestartTest {

    private static final String TOKEN = "a-token-of-this-test";

    @TempDir private Path data;

    private Ports ports;

    @BeforeEach
    void choosePorts() throws IOException {
        ports = Ports.free();
    }

    @Test
    void a_request_that_was_answered_is_answered_alike_after_a_restart() throws Exception {
        HttpResponse<String> first;
        try (var node = start()) {
            assertThat(node).isNotNull();
            first = send("{\"a\":1}");
        }
        HttpResponse<String> again;
        HttpResponse<String> other;
        try (var node = start()) {
            assertThat(node).isNotNull();
            again = send("{\"a\":1}");
            other = send("{\"a\":2}");
        }

        assertThat(first.statusCode()).as(first.body()).isEqualTo(202);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
        assertThat(again.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(other.statusCode()).isEqualTo(422);
    }

    private Application start() throws InvalidSettings {
        String yaml =
                DemoSettings.yaml(data, ports)
                        .replace("api: { ", "api: { token: %s, ".formatted(TOKEN));
        return Application.start(
                Settings.parse("test", yaml, data, Map.of()).settings(), InstantSource.system());
    }

    private HttpResponse<String> send(String event) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://127.0.0.1:%d/api/v1/events"
                                                    .formatted(ports.api())))
                            .header("Authorization", "Bearer " + TOKEN)
                            .header("Idempotency-Key", "8e03978e-40d5-43dd-bc93-6894a57f9324")
                            .POST(BodyPublishers.ofString(event))
                            .build(),
                    BodyHandlers.ofString());
        }
    }
}
