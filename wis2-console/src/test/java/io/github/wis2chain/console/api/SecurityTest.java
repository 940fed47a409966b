package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What is refused whoever calls: other hosts, other sites, and what the server itself refuses.
final class SecurityTest extends ApiTest {

    private static final String TOKEN = "0123456789abcdef";

    /// Takes events that are larger than any form of people.
    @Override
    ApiSettings settings() {
        return new ApiSettings("127.0.0.1", 0, Optional.empty(), 1 << 20);
    }

    @Test
    void the_memory_of_a_body_is_given_back_when_its_request_ends() {
        String body = " ".repeat(250 * 1024);

        // All together have more than there is for bodies.
        for (int i = 0; i < 210; i++) {
            refused(postJson("/api/v1/runs/actions", body), 400, "MALFORMED_JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:9", "127.0.0.1", "127.1.2.3:80", "[::1]:8080"})
    void loopback_names_are_answered(String host) throws IOException {
        assertThat(raw("GET /healthz HTTP/1.1|Host: " + host + "|Connection: close||"))
                .startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "10.0.0.1",
                "localhost@evil.example",
                "0.0.0.0",
                "[::2]"
            })
    void other_names_are_refused(String host) throws IOException {
        assertThat(raw("GET /api/v1/runs HTTP/1.1|Host: " + host + "|Connection: close||"))
                .startsWith("HTTP/1.1 4")
                .contains("application/problem+json")
                .doesNotContain("\"items\"");
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, http://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1:1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void pages_of_other_sites_are_refused(String header, String value) {
        HttpResponse<String> response = post("/api/v1/events", "{}", header, value);

        refused(response, 403, "CROSS_SITE");
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void pages_of_its_own_are_let_in() {
        String own = "http://127.0.0.1:" + server.port();

        assertThat(
                        post("/api/v1/events", "{}", "Origin", own, "Sec-Fetch-Site", "same-origin")
                                .statusCode())
                .isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/runs", "/api/v1/nowhere", "/healthz"})
    void every_answer_has_the_security_headers(String path) {
        HttpResponse<String> response = get(path);

        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(response.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'");
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(response.headers().firstValue("Server")).isEmpty();
    }

    @Test
    void unknown_addresses_and_methods_are_problems() {
        refused(get("/"), 404, "NOT_FOUND");
        refused(get("/api/v1/nowhere"), 404, "NOT_FOUND");
        refused(get("/api/v1/events"), 405, "METHOD_NOT_ALLOWED");
        refused(send("/api/v1/runs", request -> request.DELETE()), 405, "METHOD_NOT_ALLOWED");
        refused(
                send("/api/v1/runs", request -> request.method("BREW", BodyPublishers.noBody())),
                405,
                "METHOD_NOT_ALLOWED");
        refused(
                send("/api/v1/runs", request -> request.method("OPTIONS", BodyPublishers.noBody())),
                405,
                "METHOD_NOT_ALLOWED");
    }

    @Test
    void a_link_on_another_site_may_lead_to_a_page_and_not_to_data() {
        String[] link = {
            "Sec-Fetch-Site",
            "cross-site",
            "Sec-Fetch-Mode",
            "navigate",
            "Sec-Fetch-Dest",
            "document"
        };

        assertThat(send("/sign-in", request -> request.headers(link)).statusCode()).isEqualTo(200);
        refused(send("/api/v1/runs", request -> request.headers(link)), 403, "CROSS_SITE");
    }

    @Test
    void a_wrong_method_is_told_the_right_one() {
        assertThat(get("/api/v1/runs/0000000000001/retry").headers().firstValue("Allow"))
                .hasValue("POST");
    }

    @Test
    void what_can_be_got_can_be_asked_for_without_its_body() {
        HttpResponse<String> head =
                send("/healthz", request -> request.method("HEAD", BodyPublishers.noBody()));

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
    }

    @Test
    void a_sensible_request_id_is_echoed_and_no_other() {
        HttpResponse<String> sensible =
                send("/healthz", request -> request.header("X-Request-Id", "abc-1"));
        HttpResponse<String> other =
                send("/healthz", request -> request.header("X-Request-Id", "<script>"));

        assertThat(sensible.headers().firstValue("X-Request-Id")).hasValue("abc-1");
        assertThat(other.headers().firstValue("X-Request-Id").orElse("")).matches("[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /healthz HTTP/1.1||",
                "GET /\u0001 HTTP/1.1|Host: localhost||",
                "NONSENSE||",
                "GET /api/v1/%zz HTTP/1.1|Host: localhost||",
                "GET /api/v1/..%2f..%2fetc/passwd HTTP/1.1|"
                        + "Host: localhost|"
                        + "Connection: close||",
                "POST /api/v1/events HTTP/1.1|Host: localhost|Content-Length: -1||",
                "POST /api/v1/events HTTP/1.1|"
                        + "Host: localhost|"
                        + "Content-Length: 1|"
                        + "Transfer-Encoding: chunked||"
            })
    void broken_requests_are_problems(String request) throws IOException {
        assertThat(raw(request)).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @Test
    void headers_beyond_all_measure_are_refused() throws IOException {
        String request =
                "GET /healthz HTTP/1.1|Host: localhost|X-Big: %s||".formatted("x".repeat(20_000));

        assertThat(raw(request)).startsWith("HTTP/1.1 431").contains("application/problem+json");
    }

    @Test
    void a_body_that_ends_early_keeps_nothing() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream()
                    .write(
                            bytes(
                                    "POST /api/v1/events HTTP/1.1|"
                                            + "Host: localhost|"
                                            + "Authorization: Bearer "
                                            + server.localAccess().text()
                                            + "|Content-Length: 100||"
                                            + "abc"));
            socket.shutdownOutput();
            assertThat(read(socket)).doesNotContain(" 202 ");
        }
        assertThat(json(get("/api/v1/runs")).path("items")).isEmpty();
    }

    @Test
    void a_defect_is_told_without_its_inside() {
        node.defect = Optional.of(new UnsupportedOperationException("secret"));

        HttpResponse<String> response = get("/api/v1/datasets");

        refused(response, 500, "INTERNAL");
        assertThat(response.body()).doesNotContain("secret").doesNotContain("java.");
    }

    @Test
    void a_wider_address_needs_a_token() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiSettings("0.0.0.0", 0, Optional.empty(), 8192))
                .withMessageContaining("only with a token");
        assertThat(new ApiSettings("0.0.0.0", 0, Optional.of(TOKEN), 8192).toString())
                .doesNotContain(TOKEN);
        assertThat(new ApiSettings("localhost", 0, Optional.empty(), 8192).port()).isZero();
    }

    @Test
    void settings_that_cannot_be_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiSettings("127.0.0.1", 65536, Optional.empty(), 8192));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiSettings("127.0.0.1", 0, Optional.of("short"), 8192));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ApiSettings("127.0.0.1", 0, Optional.empty(), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> new ApiSettings("no.such.host.invalid", 0, Optional.empty(), 8192))
                .withMessageContaining("no address is known");
    }

    @Test
    void a_port_in_use_is_told_in_one_sentence() {
        var taken = new ApiSettings("127.0.0.1", server.port(), Optional.empty(), 8192);

        assertThatThrownBy(() -> ApiServer.start(taken, new TestNode(), TestFrontage.PLAIN))
                .isInstanceOf(ApiStartFailure.class)
                .hasMessage(
                        "Port %d on 127.0.0.1 is in use by another program: end that program, or configure another port for the API."
                                .formatted(server.port()));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(request));
            return read(socket);
        }
    }

    private static String read(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /// A request in which a bar stands for the end of a line.
    private static byte[] bytes(String text) {
        return text.replace("|", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }
}
