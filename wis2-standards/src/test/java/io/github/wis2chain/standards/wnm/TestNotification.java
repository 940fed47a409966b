package io.github.wis2chain.standards.wnm;

import io.github.wis2chain.standards.json.JsonWriter;
import io.github.wis2chain.standards.json.TestDocument;

import tools.jackson.databind.node.ObjectNode;

/// A notification for tests: it starts valid, and the test changes one thing.
public final class TestNotification extends TestDocument<TestNotification> {

    /// The URL of its data.
    public static final String FILE = "https://data.example.org/argo/D20260131_prof_0.bufr";

    private TestNotification(ObjectNode json) {
        super(json);
    }

    @Override
    protected TestNotification of(ObjectNode content) {
        return new TestNotification(content);
    }

    /// A notification of new data, about 1.2 kB, that conforms strictly and follows every recommendation.
    public static TestNotification aNotification() {
        return new TestNotification(
                json("""
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
        ObjectNode link = JsonWriter.object().put("href", href).put("rel", rel);
        return with("/links/-", JsonWriter.text(link));
    }
}
