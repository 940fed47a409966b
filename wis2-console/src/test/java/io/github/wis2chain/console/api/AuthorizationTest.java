package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.Role;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Who may call what. A route that is missing here fails the test: think, then add it.
final class AuthorizationTest extends ApiTest {

    private static final String NOBODY = "nobody";
    private static final String VIEWER = Role.VIEWER.word();
    private static final String OPERATOR = Role.OPERATOR.word();
    private static final String ADMIN = Role.ADMIN.word();

    /// The least who may call each route.
    private static final Map<String, String> TABLE =
            Map.ofEntries(
                    Map.entry("GET /healthz", NOBODY),
                    Map.entry("GET /readyz", NOBODY),
                    Map.entry("GET /metrics", VIEWER),
                    Map.entry("GET /sign-in", NOBODY),
                    Map.entry("POST /sign-in", NOBODY),
                    Map.entry("POST /sign-out", VIEWER),
                    Map.entry("GET /api/v1/me", VIEWER),
                    Map.entry("GET /api/v1/tokens", ADMIN),
                    Map.entry("POST /api/v1/tokens", ADMIN),
                    Map.entry("POST /api/v1/tokens/{name}/revoke", ADMIN),
                    Map.entry("GET /api/v1/users", ADMIN),
                    Map.entry("POST /api/v1/users", ADMIN),
                    Map.entry("POST /api/v1/users/{name}/disable", ADMIN),
                    Map.entry("POST /api/v1/users/{name}/enable", ADMIN),
                    Map.entry("POST /api/v1/users/{name}/password", ADMIN),
                    Map.entry("POST /api/v1/users/{name}/remove", ADMIN),
                    Map.entry("POST /api/v1/users/{name}/role", ADMIN),
                    Map.entry("GET /api/openapi.json", NOBODY),
                    Map.entry("GET /api/openapi.yaml", NOBODY),
                    Map.entry("GET /api/v1/changes", VIEWER),
                    Map.entry("GET /api/v1/audit", OPERATOR),
                    Map.entry("GET /api/v1/causes", VIEWER),
                    Map.entry("GET /api/v1/runs.csv", VIEWER),
                    Map.entry("GET /api/v1/runs.json", VIEWER),
                    Map.entry("POST /api/v1/runs/actions", OPERATOR),
                    Map.entry("GET /api/v1/datasets", VIEWER),
                    Map.entry("POST /api/v1/datasets/{name}/pause", OPERATOR),
                    Map.entry("POST /api/v1/datasets/{name}/resume", OPERATOR),
                    Map.entry("POST /api/v1/events", OPERATOR),
                    Map.entry("POST /api/v1/events/check", VIEWER),
                    Map.entry("GET /api/v1/events/{id}", VIEWER),
                    Map.entry("GET /api/v1/events/{id}/content", VIEWER),
                    Map.entry("GET /api/v1/health", VIEWER),
                    Map.entry("GET /api/v1/ledger", VIEWER),
                    Map.entry("GET /api/v1/notifications", VIEWER),
                    Map.entry("POST /api/v1/notifications", OPERATOR),
                    Map.entry("POST /api/v1/records", OPERATOR),
                    Map.entry("GET /api/v1/notifications/{id}", VIEWER),
                    Map.entry("POST /api/v1/notifications/{id}/republish", OPERATOR),
                    Map.entry("GET /api/v1/runs", VIEWER),
                    Map.entry("GET /api/v1/runs/{id}", VIEWER),
                    Map.entry("POST /api/v1/runs/{id}/discard", OPERATOR),
                    Map.entry("GET /api/v1/runs/{id}/log", VIEWER),
                    Map.entry("POST /api/v1/runs/{id}/edit", OPERATOR),
                    Map.entry("POST /api/v1/runs/{id}/notes", OPERATOR),
                    Map.entry("POST /api/v1/runs/{id}/retry", OPERATOR),
                    Map.entry("GET /api/v1/sources", VIEWER),
                    Map.entry("POST /api/v1/sources/{name}/pause", OPERATOR),
                    Map.entry("POST /api/v1/sources/{name}/resume", OPERATOR),
                    Map.entry("GET /api/v1/version", VIEWER));

    @Test
    void every_route_needs_what_the_table_says() {
        Map<String, String> routes = new TreeMap<>();
        for (Route route :
                ApiServer.routes(
                        new HttpSource(), List.of(), ApiSettings.DEFAULT, TestFrontage.PLAIN)) {
            routes.put(
                    route.method() + " " + route.path(),
                    route.needs().map(Role::word).orElse(NOBODY));
        }

        assertThat(routes).containsExactlyInAnyOrderEntriesOf(TABLE);
    }

    @Test
    void nobody_is_let_in_beyond_the_open_routes() throws IOException, InterruptedException {
        for (var entry : TABLE.entrySet()) {
            int status = status(entry.getKey(), Optional.empty());

            if (entry.getValue().equals(NOBODY)) {
                assertThat(status).as(entry.getKey()).isNotIn(403, 503);
            } else {
                assertThat(status).as(entry.getKey()).isEqualTo(401);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void each_role_may_do_what_it_covers_and_no_more(Role role)
            throws IOException, InterruptedException {
        Optional<AccessSecret> secret = Optional.of(tokenFor(role));
        for (var entry : TABLE.entrySet()) {
            int status = status(entry.getKey(), secret);

            if (entry.getValue().equals(NOBODY) || role.covers(Role.parse(entry.getValue()))) {
                assertThat(status).as(entry.getKey()).isNotEqualTo(403);
            } else {
                assertThat(status).as(entry.getKey()).isEqualTo(403);
            }
        }
    }

    private AccessSecret tokenFor(Role role) {
        var secret = AccessSecret.fresh("wis2t_");
        Instant now = Instant.now();
        var token =
                new AccessToken(
                        role.word(),
                        role,
                        secret.hash(),
                        "test",
                        now,
                        Optional.empty(),
                        Optional.empty());
        node.known.add(token, new Deed("token-create", role.word(), "test", "", "", now)).join();
        return secret;
    }

    /// Only the head of the answer is waited for, because some have no end.
    private int status(String route, Optional<AccessSecret> who)
            throws IOException, InterruptedException {
        String[] words = route.split(" ", 2);
        var request =
                HttpRequest.newBuilder(at(words[1].replaceAll("\\{[a-z]+}", "0000000000001")))
                        .timeout(Duration.ofSeconds(20))
                        .method(words[0], BodyPublishers.noBody());
        who.ifPresent(secret -> request.header("Authorization", "Bearer " + secret.text()));
        HttpResponse<InputStream> response =
                client.send(request.build(), BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }
}
