package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Who is let in by a token.
final class TokenTest extends ApiTest {

    private static final String CONFIGURED = "0123456789abcdef";
    private final Instant now = Instant.now();

    @Override
    ApiSettings settings() {
        return new ApiSettings("127.0.0.1", 0, Optional.of(CONFIGURED), 8192);
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
        HttpResponse<String> response =
                sendAs(
                        Optional.empty(),
                        "/api/v1/runs",
                        request -> request.header("Authorization", header));

        refused(response, 401, "UNAUTHORIZED");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"wis2\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/healthz/",
                "//readyz",
                "/healthz/../api/v1/runs",
                "/healthz;x=/api/v1/runs",
                "/sign-in/../api/v1/runs",
                "/api/v1/runs/../../../healthz"
            })
    void no_detour_leads_past_the_token(String path) {
        HttpResponse<String> response = sendAs(Optional.empty(), path, request -> request);

        assertThat(response.body()).doesNotContain("\"items\"");
    }

    @Test
    void nobody_is_told_what_there_is() {
        refused(as(Optional.empty(), "/api/v1/nowhere"), 401, "UNAUTHORIZED");
    }

    @Test
    void the_configured_token_lets_in_as_admin() {
        HttpResponse<String> response =
                sendAs(
                        Optional.empty(),
                        "/api/v1/me",
                        request -> request.header("Authorization", "bearer " + CONFIGURED));

        assertThat(json(response).path("role").asString()).isEqualTo("admin");
        assertThat(json(response).path("name").asString()).isEqualTo("api.token");
    }

    @Test
    void a_token_that_was_made_lets_in_as_its_role_until_it_is_revoked() {
        var made =
                json(
                        postJson(
                                "/api/v1/tokens",
                                "{\"name\":\"prometheus\",\"role\":\"viewer\",\"days\":30}"));
        var secret = Optional.of(new AccessSecret(made.path("token").asString()));

        assertThat(as(secret, "/metrics").statusCode()).isEqualTo(200);
        refused(as(secret, "/api/v1/users"), 403, "FORBIDDEN");
        assertThat(json(get("/api/v1/tokens")).at("/items/0/used_at").asString()).isNotEmpty();
        assertThat(get("/api/v1/tokens").body()).doesNotContain(made.path("token").asString());
        assertThat(post("/api/v1/tokens/prometheus/revoke", "").statusCode()).isEqualTo(200);
        refused(as(secret, "/metrics"), 401, "UNAUTHORIZED");
        assertThat(node.known.deeds())
                .extracting(Deed::kind)
                .containsExactly("token-create", "token-revoke");
    }

    @Test
    void an_expired_token_does_not_let_in() {
        var secret = AccessSecret.fresh("wis2t_");
        var token =
                new AccessToken(
                        "old",
                        Role.ADMIN,
                        secret.hash(),
                        "test",
                        now.minus(Duration.ofDays(2)),
                        Optional.of(now.minusSeconds(1)),
                        Optional.empty());
        node.known.add(token, new Deed("token-create", "old", "test", "", "", now)).join();

        refused(as(Optional.of(secret), "/api/v1/runs"), 401, "UNAUTHORIZED");
    }

    @Test
    void a_token_that_cannot_be_is_refused() {
        refused(postJson("/api/v1/tokens", "{\"role\":\"viewer\"}"), 400, "BAD_PARAMETER");
        refused(
                postJson("/api/v1/tokens", "{\"name\":\"a\",\"role\":\"root\"}"),
                400,
                "BAD_PARAMETER");
        refused(
                postJson("/api/v1/tokens", "{\"name\":\"a\",\"role\":\"viewer\",\"days\":0}"),
                400,
                "BAD_PARAMETER");
        refused(post("/api/v1/tokens/a/revoke", ""), 404, "TOKEN_NOT_FOUND");
    }

    private HttpResponse<String> as(Optional<AccessSecret> who, String path) {
        return sendAs(who, path, request -> request);
    }
}
