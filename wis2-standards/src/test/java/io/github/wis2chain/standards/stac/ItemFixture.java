package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// A STAC item that is valid until one thing about it is changed: a vertical profile of an Argo float
/// with one BUFR file. The float, the file and the places are made up.
public final class ItemFixture {

    private static final String VALID =
            """
            {
              "type": "Feature",
              "stac_version": "1.1.0",
              "stac_extensions": ["https://stac-extensions.github.io/file/v2.1.0/schema.json"],
              "id": "profile-6999001-014",
              "geometry": {"type": "Point", "coordinates": [-23.4125, 41.0875]},
              "bbox": [-23.4125, 41.0875, -23.4125, 41.0875],
              "properties": {
                "datetime": "2026-03-14T06:12:00Z",
                "title": "Profile 14 of float 6999001",
                "platform": "6999001"
              },
              "links": [],
              "assets": {
                "profile-6999001-014.bufr": {
                  "href": "https://data.example.org/argo/bufr/2026/03/profile-6999001-014.bufr",
                  "type": "application/bufr",
                  "title": "Profile in BUFR",
                  "roles": ["data"],
                  "file:size": 812,
                  "file:checksum": "122091f2bb6bd8f9cd7b2db2ad9d5a4a3a9bb6f42d3e5f9c1a7be5b7b1c6d4f0e213"
                }
              }
            }
            """;

    private final ObjectNode item;

    private ItemFixture(ObjectNode item) {
        this.item = item;
    }

    /// The valid item.
    public static ItemFixture anItem() {
        return new ItemFixture(json(VALID).copyOfObject());
    }

    /// The JSON value that a text holds.
    ///
    /// @throws IllegalArgumentException if it is not JSON
    public static JsonTree json(String text) {
        return switch (JsonReader.standard().read(text.getBytes(StandardCharsets.UTF_8))) {
            case JsonRead.Document(JsonTree root) -> root;
            case JsonRead.Refused refused -> throw new IllegalArgumentException(refused.message());
        };
    }

    /// The same item with that JSON text at a JSON Pointer; `-` as last token appends to an array.
    public ItemFixture with(String pointer, String json) {
        ObjectNode changed = item.deepCopy();
        JsonNode value = json(json).node();
        String last = lastToken(pointer);
        switch (parent(changed, pointer)) {
            case ObjectNode object -> object.set(last, value);
            case ArrayNode array when last.equals("-") -> array.add(value);
            case ArrayNode array -> array.set(Integer.parseInt(last), value);
            default -> throw new IllegalArgumentException("nothing to change at " + pointer);
        }
        return new ItemFixture(changed);
    }

    /// The same item without the member at a JSON Pointer.
    public ItemFixture without(String pointer) {
        ObjectNode changed = item.deepCopy();
        if (parent(changed, pointer) instanceof ObjectNode object) {
            object.remove(lastToken(pointer));
            return new ItemFixture(changed);
        }
        throw new IllegalArgumentException("nothing to remove at " + pointer);
    }

    /// The same item with another checksum of its one asset.
    public ItemFixture withChecksum(String multihash) {
        return withAssetMember("file:checksum", "\"" + multihash + "\"");
    }

    /// The same item with another size of its one asset, in bytes.
    public ItemFixture withSize(long bytes) {
        return withAssetMember("file:size", Long.toString(bytes));
    }

    /// The same item with another address of its one asset.
    public ItemFixture withHref(String href) {
        return withAssetMember("href", "\"" + href + "\"");
    }

    /// The same item with that JSON text as a member of its one asset.
    public ItemFixture withAssetMember(String name, String json) {
        return with("/assets/profile-6999001-014.bufr/" + name, json);
    }

    public JsonTree asJson() {
        return JsonTree.of(item.deepCopy());
    }

    public byte[] asBytes() {
        return JsonWriter.compact(item);
    }

    private static JsonNode parent(ObjectNode root, String pointer) {
        return root.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String lastToken(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }
}
