package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.json.JsonReader;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// A monitoring event for tests: a catalogue tells a centre what is wrong with its record. It starts valid, and the test
/// changes one thing.
final class TestEvent {

    private final ObjectNode json;

    private TestEvent(ObjectNode json) {
        this.json = json;
    }

    static TestEvent anEvent() {
        return new TestEvent(
                parse(
                                """
                                {"specversion":"1.0",
                                 "id":"7a1c1f0e-54d4-4d53-9a50-0d1f2f6f1c11",
                                 "type":"int.wmo.wis.wme.event.wcmp2.ets",
                                 "source":"ca-eccc-msc-global-discovery-catalogue",
                                 "subject":"fr-ifremer-argo",
                                 "time":"2026-01-31T06:00:00Z",
                                 "datacontenttype":"application/json",
                                 "dataschema":"https://schemas.wmo.int/wme/1.0.0/schemas/wis2-event-message-bundled.json",
                                 "data":{
                                  "conformsTo":["http://wis.wmo.int/spec/wme/1/conf/monitoring-event-message-core"],
                                  "severity":"ERROR",
                                  "ref":"0a1c1f0e-54d4-4d53-9a50-0d1f2f6f1c12",
                                  "content":{
                                   "title":"Record refused",
                                   "description":"Two tests failed.",
                                   "channel":"cache/a/wis2/fr-ifremer-argo/metadata",
                                   "metadata_id":"urn:wmo:md:fr-ifremer-argo:argo",
                                   "report_type":"ets",
                                   "summary":{"PASSED":10,"FAILED":2},
                                   "tests":[{"id":"links","code":"FAILED","message":"no link"},
                                    {"id":"title","code":"PASSED"},
                                    {"id":"themes","code":"FAILED"}]},
                                  "links":[{"href":"https://gdc.example.org/reports/1","rel":"about"}]}}
                                """)
                        .copyOfObject());
    }

    TestEvent with(String pointer, String value) {
        JsonNode node = parse(value).node();
        switch (parent(pointer)) {
            case ObjectNode object -> object.set(lastName(pointer), node);
            case ArrayNode array -> array.set(Integer.parseInt(lastName(pointer)), node);
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
        return this;
    }

    TestEvent withText(String pointer, String text) {
        return with(pointer, JsonWriter.text(JsonWriter.object().stringNode(text)));
    }

    TestEvent without(String pointer) {
        switch (parent(pointer)) {
            case ObjectNode object -> object.remove(lastName(pointer));
            case ArrayNode array -> array.remove(Integer.parseInt(lastName(pointer)));
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
        return this;
    }

    JsonTree asJson() {
        return JsonTree.of(json.deepCopy());
    }

    byte[] asBytes() {
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
