package io.github.wis2chain.console.api;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/// Serves the description of the API, which is written by hand and compared with the routes by a
/// test.
final class OpenApi {

    private OpenApi() {}

    static List<Route> all() {
        return List.of(
                Route.get("/api/openapi.yaml", OpenApi::yaml).open(),
                Route.get("/api/openapi.json", OpenApi::json).open());
    }

    static byte[] document() {
        try (InputStream document = OpenApi.class.getResourceAsStream("openapi.yaml")) {
            if (document == null) {
                throw new IllegalStateException("openapi.yaml is missing from the program");
            }
            return document.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("openapi.yaml could not be read", unreadable);
        }
    }

    private static void yaml(Call call) {
        call.context().contentType("application/yaml").result(document());
    }

    /// Asked for so seldom that it is made anew each time rather than kept in memory.
    private static void json(Call call) {
        var tree = new YAMLMapper().readTree(document());
        call.context().contentType(Json.TYPE).result(new JsonMapper().writeValueAsBytes(tree));
    }
}
