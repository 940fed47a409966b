package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.people.Role;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Who may call what. A route that is missing here fails the test: think, then add it.
final class AuthorizationTest {

    private static final String NOBODY = "nobody";
    private static final String VIEWER = Role.VIEWER.word();
    private static final String OPERATOR = Role.OPERATOR.word();

    /// The least who may call each route.
    private static final Map<String, String> TABLE =
            Map.ofEntries(
                    Map.entry("GET /healthz", NOBODY),
                    Map.entry("GET /readyz", NOBODY),
                    Map.entry("GET /metrics", VIEWER),
                    Map.entry("GET /api/openapi.json", VIEWER),
                    Map.entry("GET /api/openapi.yaml", VIEWER),
                    Map.entry("GET /api/v1/changes", VIEWER),
                    Map.entry("GET /api/v1/datasets", VIEWER),
                    Map.entry("POST /api/v1/events", OPERATOR),
                    Map.entry("POST /api/v1/events/check", VIEWER),
                    Map.entry("GET /api/v1/events/{id}", VIEWER),
                    Map.entry("GET /api/v1/events/{id}/content", VIEWER),
                    Map.entry("GET /api/v1/health", VIEWER),
                    Map.entry("GET /api/v1/ledger", VIEWER),
                    Map.entry("GET /api/v1/notifications", VIEWER),
                    Map.entry("GET /api/v1/notifications/{id}", VIEWER),
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
        for (Route route : ApiServer.routes(new HttpSource(), List.of())) {
            routes.put(
                    route.method() + " " + route.path(),
                    route.needs().map(Role::word).orElse(NOBODY));
        }

        assertThat(routes).containsExactlyInAnyOrderEntriesOf(TABLE);
    }
}
