package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;

/// With a token, every route but the two for supervisors wants it.
final class TokenTest extends ApiTest {

    private static final String TOKEN = "0123456789abcdef";

    @Override
    ApiSettings settings() {
        return new ApiSettings("127.0.0.1", 0, Optional.of(TOKEN), 8192);
    }

    @Test
    void no_route_but_two_answers_without_the_token() {
        for (Route route : ApiServer.routes(new HttpSource(), List.of())) {
            String path = route.path().replaceAll("\\{[a-z]+}", "0000000000001");
            HttpResponse<String> response =
                    send(path, request -> request.method(route.method(), BodyPublishers.noBody()));
            if (path.equals("/healthz") || path.equals("/readyz")) {
                assertThat(response.statusCode()).isEqualTo(200);
            } else {
                refused(response, 401, "UNAUTHORIZED");
                assertThat(response.headers().firstValue("WWW-Authenticate"))
                        .hasValue("Bearer realm=\"wis2\"");
            }
        }
        refused(get("/api/v1/nowhere"), 401, "UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer x",
                "Bearer 0123456789abcdef0",
                "Basic 0123456789abcdef",
                "0123456789abcdef"
            })
    void another_token_is_refused(String header) {
        refused(
                send("/api/v1/runs", request -> request.header("Authorization", header)),
                401,
                "UNAUTHORIZED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/healthz/",
                "//readyz",
                "/healthz/../api/v1/runs",
                "/healthz;x=/api/v1/runs",
                "/api/v1/runs/../../../healthz"
            })
    void no_detour_leads_past_the_token(String path) {
        HttpResponse<String> response = get(path);

        assertThat(response.body()).doesNotContain("\"items\"");
    }

    @Test
    void the_token_lets_in() {
        HttpResponse<String> response =
                send("/api/v1/runs", request -> request.header("Authorization", "bearer " + TOKEN));

        assertThat(response.statusCode()).isEqualTo(200);
    }
}
