package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;

final class CloseTest extends ApiTest {

    private final int port = server.port();

    @Test
    void a_request_under_way_is_answered_before_the_server_ends() {
        node.runs.holdCommits();
        var request =
                HttpRequest.newBuilder(at("/api/v1/events"))
                        .header("Authorization", "Bearer " + server.localAccess().text())
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.ofString());
        Awaitility.await().until(() -> node.runs.uncommitted() == 1);

        CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
        Awaitility.await().until(() -> isRefusing());
        node.runs.commit();

        assertThat(answer.join().statusCode()).isEqualTo(202);
        closing.join();
    }

    @Test
    void closing_twice_does_no_harm() {
        server.close();
        server.close();

        assertThat(isRefusing()).isTrue();
    }

    private boolean isRefusing() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return !socket.isConnected();
        } catch (IOException refused) {
            return true;
        }
    }
}
