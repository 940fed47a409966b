package io.github.wis2chain.console.api;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the OpenAPI document promises of the answers to its operations. Every answer that a test gets
/// is held against it.
final class Contract {

    static final JsonNode DOCUMENT = new YAMLMapper().readTree(OpenApi.document());

    private static final JsonMapper JSON = new JsonMapper();

    private Contract() {}

    /// How an answer breaks the promise; nothing if it keeps it, or if none was made of such a request.
    static List<String> broken(HttpRequest request, HttpResponse<String> answer) {
        Optional<JsonNode> operation =
                operation(request.method().toLowerCase(Locale.ROOT), request.uri().getPath());
        return operation
                .map(found ->
                        broken(
                                found.path("responses"),
                                answer,
                                request.method() + " " + request.uri()))
                .orElse(List.of());
    }

    private static List<String> broken(
            JsonNode responses, HttpResponse<String> answer, String place) {
        String status = String.valueOf(answer.statusCode());
        if (!responses.has(status) && (answer.statusCode() < 400 || !responses.has("default"))) {
            return List.of("%s answered %s, which is not documented".formatted(place, status));
        }
        JsonNode response = resolved(responses.path(responses.has(status) ? status : "default"));
        String type = type(answer);
        JsonNode content = response.path("content");
        if (content.isEmpty() ? !answer.body().isEmpty() : !content.has(type)) {
            return List.of(
                    "%s answered %s with [%s], documented are %s"
                            .formatted(place, status, type, content.propertyNames()));
        }
        var differences = new ArrayList<String>();
        JsonNode schema = content.path(type).path("schema");
        if (type.endsWith("json") && !schema.isMissingNode()) {
            Shape.compare(
                    DOCUMENT,
                    schema,
                    JSON.readTree(answer.body()),
                    place + " " + status,
                    differences);
        }
        return differences;
    }

    /// What is written out goes before what has parameters.
    private static Optional<JsonNode> operation(String method, String path) {
        return DOCUMENT.path("paths").propertyNames().stream()
                .filter(template ->
                        path.matches(
                                template.replace(".", "\\.").replaceAll("\\{[a-z]+}", "[^/]+")))
                .min(Comparator.comparing(template -> template.contains("{")))
                .map(template -> DOCUMENT.path("paths").path(template).path(method))
                .filter(JsonNode::isObject);
    }

    /// Without parameters such as the character set.
    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0].strip();
    }

    static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asString().substring(1)) : node;
    }
}
