package io.github.wis2chain.app.settings.binding;

import io.github.wis2chain.app.settings.binding.Node.Mapping;
import io.github.wis2chain.app.settings.binding.Node.Nothing;
import io.github.wis2chain.app.settings.binding.Node.Scalar;
import io.github.wis2chain.app.settings.binding.Node.Sequence;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;

/// Turns a part of the file into JSON as it stands, for what is passed on into documents.
final class FreeJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Reading reading;

    FreeJson(Reading reading) {
        this.reading = reading;
    }

    /// A section in JSON.
    ///
    /// @param shown takes what is shown of its keys
    ObjectNode of(String path, Mapping mapping, Shown.Branch shown) {
        ObjectNode json = of(path, mapping);
        mapping.entries()
                .forEach((name, entry) -> {
                    String text = json.path(name).toString();
                    String place = entry.place().toString();
                    shown.put(name, new Shown.Leaf(text, Shown.Form.JSON, place));
                });
        return json;
    }

    private JsonNode of(String path, Node node) {
        return switch (node) {
            case Nothing _ -> JSON.nullNode();
            case Scalar scalar -> scalar(path, scalar);
            case Mapping mapping -> of(path, mapping);
            case Sequence sequence -> {
                ArrayNode array = JSON.arrayNode();
                sequence.items().forEach(item -> array.add(of(path, item)));
                yield array;
            }
        };
    }

    private ObjectNode of(String path, Mapping mapping) {
        ObjectNode object = JSON.objectNode();
        mapping.entries()
                .forEach((name, entry) -> object.set(name, of(path + "." + name, entry.value())));
        return object;
    }

    private JsonNode scalar(String path, Scalar scalar) {
        return switch (scalar.kind()) {
            case BOOLEAN -> JSON.booleanNode(Boolean.parseBoolean(scalar.text()));
            case NUMBER -> number(scalar.text());
            case TEXT -> {
                try {
                    yield JSON.stringNode(reading.expanded(scalar.text()));
                } catch (IllegalArgumentException wrong) {
                    reading.report(
                            scalar.place().toString(), path, String.valueOf(wrong.getMessage()));
                    yield JSON.nullNode();
                }
            }
        };
    }

    /// A number as JSON has it; what only YAML takes for a number (`0x1F`, `1_000`) stays a text.
    private static JsonNode number(String text) {
        try {
            return JSON.numberNode(new BigDecimal(text));
        } catch (NumberFormatException notJson) {
            return JSON.stringNode(text);
        }
    }
}
