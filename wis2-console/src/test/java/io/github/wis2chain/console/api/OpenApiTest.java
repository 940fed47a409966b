package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The document describes the API that there is, no less and no more.
final class OpenApiTest extends ApiTest {

    private static final JsonNode DOCUMENT = Contract.DOCUMENT;

    @Test
    void documented_routes_and_query_parameters_are_the_registered_ones() {
        Set<String> documented = new TreeSet<>();
        DOCUMENT.path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) ->
                                documented.add(
                                        describe(
                                                method.toUpperCase(Locale.ROOT),
                                                path,
                                                parameters(operation)))));
        Set<String> registered = new TreeSet<>();
        for (Route route :
                ApiServer.routes(
                        new HttpSource(), List.of(), ApiSettings.DEFAULT, TestFrontage.PLAIN)) {
            registered.add(describe(route.method(), route.path(), route.parameters()));
        }

        assertThat(documented).isEqualTo(registered);
    }

    @Test
    void a_key_is_documented_for_what_takes_one() {
        Set<String> documented = new TreeSet<>();
        DOCUMENT.path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) -> {
                            if (operation
                                    .path("parameters")
                                    .findValuesAsString("$ref")
                                    .contains("#/components/parameters/idempotencyKey")) {
                                documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
                            }
                        }));
        Set<String> taking = new TreeSet<>();
        for (Route route :
                ApiServer.routes(
                        new HttpSource(), List.of(), ApiSettings.DEFAULT, TestFrontage.PLAIN)) {
            if (route.acts()) {
                taking.add(route.method() + " " + route.path());
            }
        }

        assertThat(documented).isEqualTo(taking);
    }

    @Test
    void the_documented_least_role_is_that_of_the_route() {
        Map<String, String> documented = new TreeMap<>();
        DOCUMENT.path("paths")
                .forEachEntry((path, methods) ->
                        methods.forEachEntry((method, operation) ->
                                documented.put(
                                        method.toUpperCase(Locale.ROOT) + " " + path,
                                        operation.path("security").toString())));
        Map<String, String> needed = new TreeMap<>();
        for (Route route :
                ApiServer.routes(
                        new HttpSource(), List.of(), ApiSettings.DEFAULT, TestFrontage.PLAIN)) {
            needed.put(
                    route.method() + " " + route.path(),
                    route.needs()
                            .map(role ->
                                    "[{\"token\":[\"%1$s\"]},{\"session\":[\"%1$s\"]}]"
                                            .formatted(role.word()))
                            .orElse("[{}]"));
        }

        assertThat(documented).isEqualTo(needed);
    }

    @Test
    void documented_problem_codes_are_those_that_there_are() {
        Set<String> documented = new TreeSet<>();
        DOCUMENT.at("/components/schemas/Problem/properties/code/enum")
                .forEach(code -> documented.add(code.asString()));

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ProblemCode.values()).map(Enum::name).toList());
    }

    @Test
    void every_reference_leads_somewhere() {
        List<String> lost = new ArrayList<>();
        DOCUMENT.findValuesAsString("$ref").stream()
                .filter(reference -> DOCUMENT.at(reference.substring(1)).isMissingNode())
                .forEach(lost::add);

        assertThat(lost).isEmpty();
    }

    @Test
    void it_is_served_as_yaml_and_as_json() {
        assertThat(get("/api/openapi.yaml").body()).startsWith("openapi: 3.1.0");
        assertThat(json(get("/api/openapi.json"))).isEqualTo(DOCUMENT);
    }

    @Test
    void answers_have_the_members_that_are_documented() {
        List<String> differences = new ArrayList<>();
        RunId failed = failed("{\"a\":1}");
        succeeded("{\"a\":2}", "n-1");
        postJson("/api/v1/runs/" + failed + "/notes", "{\"text\":\"Seen.\"}");
        String event = node.runs.run(failed).orElseThrow().event().id().toString();

        postJson(
                "/api/v1/users",
                "{\"name\":\"ada\",\"role\":\"admin\",\"password\":\"0123456789\"}");
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/NewToken"),
                json(postJson("/api/v1/tokens", "{\"name\":\"a\",\"role\":\"viewer\"}")),
                "token",
                differences);
        Map<String, String> schemas =
                Map.ofEntries(
                        Map.entry("/api/v1/runs?count=10", "RunPage"),
                        Map.entry("/api/v1/causes", "CauseList"),
                        Map.entry("/api/v1/audit", "AuditPage"),
                        Map.entry("/api/v1/runs/" + failed, "Run"),
                        Map.entry("/api/v1/runs/" + failed + "/log", "RunLog"),
                        Map.entry("/api/v1/events/" + event, "Event"),
                        Map.entry("/api/v1/sources", "SourceList"),
                        Map.entry("/api/v1/datasets", "DatasetList"),
                        Map.entry("/api/v1/notifications", "NotificationPage"),
                        Map.entry("/api/v1/notifications/n-1", "WholeNotification"),
                        Map.entry("/api/v1/ledger", "Ledger"),
                        Map.entry("/api/v1/health", "Health"),
                        Map.entry("/api/v1/version", "Version"),
                        Map.entry("/api/v1/me", "Me"),
                        Map.entry("/api/v1/users", "UserList"),
                        Map.entry("/api/v1/tokens", "TokenList"),
                        Map.entry("/api/v1/nowhere", "Problem"));

        schemas.forEach((path, schema) ->
                Shape.compare(
                        DOCUMENT,
                        DOCUMENT.at("/components/schemas/" + schema),
                        json(get(path)),
                        path,
                        differences));
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/CheckedEvent"),
                json(post("/api/v1/events/check", "bad")),
                "check",
                differences);
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/ActionDone"),
                json(
                        postJson(
                                "/api/v1/runs/actions",
                                "{\"action\":\"retry\",\"runs\":[\"%s\"]}"
                                        .formatted(succeeded("{\"a\":3}", "n-2")))),
                "done",
                differences);
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/ActionDryRun"),
                json(
                        postJson(
                                "/api/v1/runs/actions",
                                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed,waiting,succeeded\"},\"dry_run\":true}")),
                "dry run",
                differences);
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/Accepted"),
                json(post("/api/v1/events", "good")),
                "accepted",
                differences);
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/Edited"),
                json(post("/api/v1/runs/" + failed + "/edit", "good")),
                "edited",
                differences);
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/DatasetState"),
                json(post("/api/v1/datasets/argo-bufr/pause", "")),
                "dataset",
                differences);
        Shape.compare(
                DOCUMENT,
                DOCUMENT.at("/components/schemas/Republished"),
                json(post("/api/v1/notifications/n-2/republish", "")),
                "republished",
                differences);
        assertThat(differences).isEmpty();
    }

    private static Set<String> parameters(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode each : operation.path("parameters")) {
            JsonNode parameter = Contract.resolved(each);
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.path("name").asString());
            }
        }
        return names;
    }

    private static String describe(String method, String path, Set<String> parameters) {
        return "%s %s %s".formatted(method, path, new TreeSet<>(parameters));
    }
}
