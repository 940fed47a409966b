package io.github.wis2chain.standards.json;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A JSON document for tests: it starts valid, and the test changes one thing, which gives another document.
///
/// @param <D> its own kind
public abstract class TestDocument<D extends TestDocument<D>> {

    private static final JsonReader READER = JsonReader.strict(JsonLimits.RECORDS);

    private final ObjectNode json;

    protected TestDocument(ObjectNode json) {
        this.json = json;
    }

    /// The JSON value that a text holds.
    ///
    /// @throws IllegalArgumentException if it is not JSON
    public static JsonTree json(String text) {
        return switch (READER.read(text.getBytes(StandardCharsets.UTF_8))) {
            case JsonRead.Document(JsonTree root) -> root;
            case JsonRead.Refused refused -> throw new IllegalArgumentException(refused.message());
        };
    }

    /// A document of this kind with that content.
    protected abstract D of(ObjectNode content);

    /// The same with another value at a JSON Pointer, given as JSON text; the parent must exist, and `-` as last token
    /// appends to an array.
    public final D with(String pointer, String value) {
        ObjectNode changed = json.deepCopy();
        JsonNode node = json(value).node();
        String last = lastToken(pointer);
        switch (parent(changed, pointer)) {
            case ObjectNode object -> object.set(last, node);
            case ArrayNode array when last.equals("-") -> array.add(node);
            case ArrayNode array -> array.set(Integer.parseInt(last), node);
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
        return of(changed);
    }

    /// The same with a text at a JSON Pointer.
    public final D withText(String pointer, String text) {
        return with(pointer, JsonWriter.text(JsonWriter.object().stringNode(text)));
    }

    /// The same without the value at a JSON Pointer.
    public final D without(String pointer) {
        ObjectNode changed = json.deepCopy();
        String last = lastToken(pointer);
        switch (parent(changed, pointer)) {
            case ObjectNode object -> object.remove(last);
            case ArrayNode array -> array.remove(Integer.parseInt(last));
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
        return of(changed);
    }

    /// The JSON Pointers of all values inside.
    public final List<String> places() {
        return places(asJson());
    }

    /// The document.
    public final JsonTree asJson() {
        return JsonTree.of(json.deepCopy());
    }

    /// The document as compact UTF-8.
    public final byte[] asBytes() {
        return JsonWriter.compact(json);
    }

    private static JsonNode parent(ObjectNode root, String pointer) {
        return root.at(JsonPointer.compile(pointer.substring(0, pointer.lastIndexOf('/'))));
    }

    private static String lastToken(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static List<String> places(JsonTree value) {
        List<String> places = new ArrayList<>();
        List<JsonTree> children = new ArrayList<>(value.members());
        children.addAll(value.items());
        for (JsonTree child : children) {
            places.add(child.pointer());
            places.addAll(places(child));
        }
        return places;
    }
}
