package io.github.wis2chain.adapters.bundle;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Takes references out of a schema that lead to a place which the schema does not have.
///
/// The official schemas are made of many files, and some of their local references still name the places of before; a
/// reference below an `$id` of its own leads from there, not from the root (JSON Schema 2020-12, core, sections 8.2.1 and
/// 9.2). No validator can follow them. What they should have judged is not judged; all else is.
final class DanglingReferences {

    private static final String REFERENCE = "$ref";
    private static final String ID = "$id";

    /// What these hold are values, not schemas.
    private static final Set<String> VALUES =
            Set.of("const", "default", "enum", "example", "examples");

    private DanglingReferences() {}

    /// A copy of the schema without them.
    static JsonNode removed(JsonNode schema) {
        JsonNode copy = schema.deepCopy();
        walk(copy, copy);
        return copy;
    }

    /// @param resource the schema from whose root local references lead
    private static void walk(JsonNode value, JsonNode resource) {
        switch (value) {
            case ObjectNode object -> {
                JsonNode root = object.path(ID).isString() ? object : resource;
                if (object.path(REFERENCE).isString()
                        && dangles(object.path(REFERENCE).stringValue(), root)) {
                    object.remove(REFERENCE);
                }
                object.properties()
                        .forEach(member -> {
                            if (!VALUES.contains(member.getKey())) {
                                walk(member.getValue(), root);
                            }
                        });
            }
            case ArrayNode array -> array.values().forEach(item -> walk(item, resource));
            default -> {
                // Nothing below.
            }
        }
    }

    private static boolean dangles(String reference, JsonNode root) {
        return reference.length() > 1
                && reference.startsWith("#")
                && (reference.startsWith("#/")
                        ? pointer(reference)
                                .filter(place -> !root.at(place).isMissingNode())
                                .isEmpty()
                        : !hasAnchor(root, reference.substring(1)));
    }

    private static boolean hasAnchor(JsonNode value, String name) {
        return value.path("$anchor").asString("").equals(name)
                || value.path("$dynamicAnchor").asString("").equals(name)
                || value.values().stream().anyMatch(below -> hasAnchor(below, name));
    }

    /// The place that a reference names by its path; empty if it is no path.
    private static Optional<JsonPointer> pointer(String reference) {
        try {
            // A plus sign is itself in a URI.
            String decoded =
                    URLDecoder.decode(
                            reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            return Optional.of(JsonPointer.compile(decoded));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
