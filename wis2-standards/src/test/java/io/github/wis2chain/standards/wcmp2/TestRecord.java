package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.json.JsonWriter;

import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;

/// A discovery record for tests: it starts valid, and the test changes one thing.
public final class TestRecord {

    private final ObjectNode json;

    private TestRecord(ObjectNode json) {
        this.json = json;
    }

    /// A record of a dataset that conforms in both profiles and follows every recommendation that is judged.
    public static TestRecord aRecord() {
        return new TestRecord(
                parse(
                                """
                                {"id":"urn:wmo:md:fr-ifremer-argo:example.profiles",
                                 "conformsTo":["http://wis.wmo.int/spec/wcmp/2/conf/core"],
                                 "type":"Feature",
                                 "time":{"interval":["1999-01-01T00:00:00Z",".."],"resolution":"PT1H"},
                                 "geometry":{"type":"Polygon","coordinates":[[[-10.25,40.5],[10.25,40.5],
                                  [10.25,55.75],[-10.25,55.75],[-10.25,40.5]]]},
                                 "additionalExtents":{
                                  "spatial":{"bbox":[[-10,40,10,55]],"crs":"http://example.org/crs"},
                                  "temporal":{"interval":[["1999-01-01",null]],"trs":"Gregorian"},
                                  "vertical":{"interval":[["0","2000"]],"vrs":"depth"}},
                                 "properties":{
                                  "type":"dataset",
                                  "title":"Vertical profiles measured by drifting floats",
                                  "description":"Profiles of temperature and salinity, measured by floats that drift with the currents of the sea.",
                                  "keywords":["ocean","floats"],
                                  "rights":"Free of charge and without conditions.",
                                  "themes":[{"concepts":[{"id":"ocean","title":"Ocean","url":"https://codes.example.org/ocean"}],
                                   "scheme":"https://codes.wmo.int/wis/topic-hierarchy/earth-system-discipline"}],
                                  "contacts":[{"organization":"Example Ocean Centre","name":"Service desk",
                                   "phones":[{"value":"+33298000000"}],
                                   "emails":[{"value":"desk@example.org"}],
                                   "addresses":[{"deliveryPoint":["1 Quay"],"city":"Brest","country":"FRA"}],
                                   "links":[{"href":"https://www.example.org","rel":"about","type":"text/html"}],
                                   "logo":{"href":"https://www.example.org/i.png","rel":"icon","type":"image/png"},
                                   "contactInstructions":"Write an email.",
                                   "roles":["host","publisher"]}],
                                  "externalIds":[{"scheme":"https://doi.org","value":"10.1000/182"}],
                                  "created":"2026-01-31T06:00:00Z",
                                  "updated":"2026-02-28T06:00:00Z",
                                  "wmo:dataPolicy":"core"},
                                 "links":[
                                  {"rel":"items","href":"mqtts://broker.example.org:8883","type":"application/geo+json",
                                   "channel":"origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers"},
                                  {"rel":"data","href":"https://data.example.org/argo/","type":"text/html","length":12,
                                   "security":{"default":{"type":"http","scheme":"basic","description":"Ask the desk."}},
                                   "distribution":{"availableFormats":[{"name":"BUFR","samples":{"href":"https://data.example.org/s"},
                                    "documentation":[{"href":"https://example.org/bufr","rel":"about"}]}]}},
                                  {"rel":"license","href":"https://example.org/licence","type":"text/html"},
                                  {"rel":"cite-as","href":"https://doi.org/10.1000/182","type":"text/html"}],
                                 "linkTemplates":[{"rel":"item","uriTemplate":"https://data.example.org/{id}",
                                  "type":"application/bufr","variables":{"id":{"type":"string"}}}]}
                                """)
                        .copyOfObject());
    }

    /// A record of a Global Broker that conforms strictly.
    public static TestRecord aGlobalService() {
        return aRecord()
                .withText("/id", "urn:wmo:md:fr-meteofrance-global-broker:service")
                .withText("/properties/type", "service")
                .without("/properties/wmo:dataPolicy")
                .without("/links/0/channel")
                .withText("/links/0/rel", "hub")
                .with("/time", "null")
                .with(
                        "/properties/themes",
                        """
                        [{"scheme":"https://codes.wmo.int/wis/topic-hierarchy/earth-system-discipline",
                          "concepts":[{"id":"atmospheric-composition"},{"id":"climate"},{"id":"cryosphere"},
                           {"id":"hydrology"},{"id":"ocean"},{"id":"space-weather"},{"id":"weather"}]},
                         {"scheme":"https://codes.wmo.int/wis/global-service-type",
                          "concepts":[{"id":"global-broker"}]}]
                        """);
    }

    /// The same with another value at a JSON Pointer, given as JSON text; the parent must exist.
    public TestRecord with(String pointer, String value) {
        JsonNode node = parse(value).node();
        switch (parent(pointer)) {
            case ObjectNode object -> object.set(lastName(pointer), node);
            case ArrayNode array -> array.set(Integer.parseInt(lastName(pointer)), node);
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
        return this;
    }

    /// The same with a text at a JSON Pointer.
    public TestRecord withText(String pointer, String text) {
        return with(pointer, JsonWriter.text(JsonWriter.object().stringNode(text)));
    }

    /// The same without the value at a JSON Pointer.
    public TestRecord without(String pointer) {
        switch (parent(pointer)) {
            case ObjectNode object -> object.remove(lastName(pointer));
            case ArrayNode array -> array.remove(Integer.parseInt(lastName(pointer)));
            default -> throw new IllegalArgumentException("nothing holds [" + pointer + "]");
        }
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
        return StrictSuite.READER
                .read(text.getBytes(StandardCharsets.UTF_8))
                .document()
                .orElseThrow(() -> new IllegalArgumentException("no JSON: " + text));
    }
}
