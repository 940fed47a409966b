package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// A notification for tests: it starts valid, and the test changes one thing.
public final class TestNotification {

    /// The URL of its data.
    public static final String FILE = "https://data.example.org/argo/D20260131_prof_0.bufr";

    private final ObjectNode json;

    private TestNotification(ObjectNode json) {
        this.json = json;
    }

    /// A notification of new data, about 1.2 kB, that conforms strictly and follows every recommendation.
    public static TestNotification aNotification() {
        return new TestNotification(
                parse(
                                """
                                {"id":"31e9d66a-cd83-4174-9429-b932f1abe1be",
                                 "conformsTo":["http://wis.wmo.int/spec/wnm/1/conf/core"],
                                 "type":"Feature",
                                 "geometry":{"type":"Polygon","coordinates":[[[-4.5,48.1],[-4.25,48.1],
                                  [-4.25,48.375],[-4.5,48.375],[-4.5,48.1]]]},
                                 "properties":{
                                  "data_id":"wis2/fr-example/data/core/ocean/argo/D20260131_prof_0.bufr",
                                  "metadata_id":"urn:wmo:md:fr-example:cor:msg:argo",
                                  "pubtime":"2026-01-31T06:00:12.345Z",
                                  "datetime":"2026-01-31T05:30:00Z",
                                  "producer":"Example Ocean Centre",
                                  "cache":true,
                                  "integrity":{"method":"sha256",
                                   "value":"47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="},
                                  "content":{"encoding":"utf-8","size":16,"value":"ARGO 2903996 P12"},
                                  "wigos_station_identifier":"0-22000-0-2903996"},
                                 "links":[
                                  {"href":"https://data.example.org/argo/D20260131_prof_0.bufr",
                                   "rel":"canonical","type":"application/bufr","length":25620},
                                  {"href":"https://example.org/argo/about.html","rel":"about",
                                   "type":"text/html","title":"About the Argo programme","hreflang":"en"}]}
                                """)
                        .copyOfObject());
    }

    /// The same with another value at a JSON Pointer, given as JSON text; the parent must exist.
    public TestNotification with(String pointer, String value) {
        JsonNode node = parse(value).node();
        switch (parent(pointer)) {
            case ObjectNode object -> object.set(lastName(pointer), node);
            case ArrayNode array -> array.set(Integer.parseInt(lastName(pointer)), node);
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
        return this;
    }

    /// The same with a text at a JSON Pointer.
    public TestNotification withText(String pointer, String text) {
        return with(pointer, JsonWriter.text(JsonWriter.object().stringNode(text)));
    }

    /// The same without the value at a JSON Pointer.
    public TestNotification without(String pointer) {
        switch (parent(pointer)) {
            case ObjectNode object -> object.remove(lastName(pointer));
            case ArrayNode array -> array.remove(Integer.parseInt(lastName(pointer)));
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
        return this;
    }

    /// The same with another time of publication.
    public TestNotification withPubtime(String pubtime) {
        return withText("/properties/pubtime", pubtime);
    }

    /// The same without a time of publication.
    public TestNotification withoutPubtime() {
        return without("/properties/pubtime");
    }

    /// The same with a further link at the end.
    public TestNotification withLink(String rel, String href) {
        json.withArray("/links").addObject().put("href", href).put("rel", rel);
        return this;
    }

    /// The document.
    public JsonTree asJson() {
        return JsonTree.of(json.deepCopy());
    }

    /// The document as compact UTF-8.
    public byte[] asBytes() {
        return JsonWriter.compact(json);
    }

    private JsonNode parent(String pointer) {
        return json.at(JsonPointer.compile(pointer.substring(0, pointer.lastIndexOf('/'))));
    }

    private static String lastName(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }

    private static JsonTree parse(String text) {
        return JsonReader.standard()
                .read(text.getBytes(StandardCharsets.UTF_8))
                .document()
                .orElseThrow(() -> new IllegalArgumentException("no JSON: " + text));
    }
}
