package io.github.wis2chain.standards.wme;

import io.github.wis2chain.standards.json.TestDocument;

import tools.jackson.databind.node.ObjectNode;

/// A monitoring event for tests: a catalogue tells a centre what is wrong with its record. It starts valid, and the test
/// changes one thing.
final class TestEvent extends TestDocument<TestEvent> {

    private TestEvent(ObjectNode json) {
        super(json);
    }

    @Override
    protected TestEvent of(ObjectNode content) {
        return new TestEvent(content);
    }

    static TestEvent anEvent() {
        return new TestEvent(
                json("""
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
}
