package io.github.wis2chain.console.api;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Compares an answer with its documented schema: the same members, both ways, of the same types.
final class Shape {

    private Shape() {}

    static void compare(
            JsonNode document,
            JsonNode schema,
            JsonNode answer,
            String place,
            List<String> differences) {
        JsonNode plain = resolved(document, schema);
        if (plain.has("oneOf")) {
            compareWithOne(document, plain.path("oneOf"), answer, place, differences);
            return;
        }
        if (!fits(plain, answer)) {
            differences.add(
                    "%s is [%s], documented as %s".formatted(place, answer, plain.path("type")));
            return;
        }
        if (answer.isArray()) {
            for (JsonNode item : answer) {
                compare(document, plain.path("items"), item, place + "[]", differences);
            }
        }
        Map<String, JsonNode> members = members(document, plain);
        if (!answer.isObject() || members.isEmpty()) {
            return;
        }
        var names = new TreeSet<>(members.keySet());
        var found = new TreeSet<>(answer.propertyNames());
        if (!names.equals(found)) {
            differences.add("%s has %s, documented are %s".formatted(place, found, names));
            return;
        }
        members.forEach((name, member) ->
                compare(document, member, answer.path(name), place + "/" + name, differences));
    }

    /// One of the schemas must fit; if none does, what is different from each.
    private static void compareWithOne(
            JsonNode document,
            JsonNode schemas,
            JsonNode answer,
            String place,
            List<String> differences) {
        var all = new ArrayList<String>();
        for (JsonNode schema : schemas) {
            var its = new ArrayList<String>();
            compare(document, schema, answer, place, its);
            if (its.isEmpty()) {
                return;
            }
            all.addAll(its);
        }
        differences.addAll(all);
    }

    private static boolean fits(JsonNode schema, JsonNode answer) {
        List<String> types = new ArrayList<>();
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            type.forEach(each -> types.add(each.asString()));
        } else if (type.isString()) {
            types.add(type.asString());
        } else {
            types.add("object");
        }
        return types.stream()
                .anyMatch(each ->
                        switch (each) {
                            case "null" -> answer.isNull();
                            case "string" -> answer.isString();
                            case "integer" -> answer.isIntegralNumber();
                            case "number" -> answer.isNumber();
                            case "boolean" -> answer.isBoolean();
                            case "array" -> answer.isArray();
                            case "object" -> answer.isObject();
                            default -> false;
                        });
    }

    private static Map<String, JsonNode> members(JsonNode document, JsonNode schema) {
        var members = new HashMap<String, JsonNode>();
        schema.path("properties").forEachEntry(members::put);
        for (JsonNode part : schema.path("allOf")) {
            members.putAll(members(document, resolved(document, part)));
        }
        return members;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        return schema.has("$ref")
                ? document.at(schema.path("$ref").asString().substring(1))
                : schema;
    }
}
