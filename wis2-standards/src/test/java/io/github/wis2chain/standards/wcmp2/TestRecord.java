package io.github.wis2chain.standards.wcmp2;

import io.github.wis2chain.standards.json.TestDocument;

import tools.jackson.databind.node.ObjectNode;

/// A discovery record for tests: it starts valid, and the test changes one thing.
public final class TestRecord extends TestDocument<TestRecord> {

    private TestRecord(ObjectNode json) {
        super(json);
    }

    @Override
    protected TestRecord of(ObjectNode content) {
        return new TestRecord(content);
    }

    /// A record of a dataset that conforms in both profiles and follows every recommendation that is judged.
    public static TestRecord aRecord() {
        return new TestRecord(
                json("""
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
}
