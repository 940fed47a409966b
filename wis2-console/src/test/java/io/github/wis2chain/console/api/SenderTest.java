package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;

/// Where a request comes from, behind a proxy on the same machine.
final class SenderTest extends ApiTest {

    @Override
    ApiSettings settings() {
        return new ApiSettings(
                "127.0.0.1",
                0,
                Optional.empty(),
                Optional.of(URI.create("https://wis2.example.org")),
                8192);
    }

    @ParameterizedTest
    @CsvSource({
        "'10.1.1.1, 192.0.2.7', 192.0.2.7",
        "'10.1.1.1|192.0.2.7', 192.0.2.7",
        "'10.1.1.1|10.2.2.2, 192.0.2.7', 192.0.2.7",
        "'10.1.1.1,', 127.0.0.1"
    })
    void it_is_the_address_that_the_proxy_added_last(String lines, String sender) {
        send(
                "/api/v1/sources/argo-files/pause",
                request -> {
                    for (String line : lines.split("\\|", -1)) {
                        request.header("X-Forwarded-For", line);
                    }
                    return request.POST(BodyPublishers.noBody());
                });

        assertThat(node.runs.sourceActs().getLast().from()).isEqualTo(sender);
    }

    @Test
    void without_a_proxy_it_is_the_peer() {
        post("/api/v1/sources/argo-files/pause", "");

        assertThat(node.runs.sourceActs().getLast().from()).isEqualTo("127.0.0.1");
    }
}
