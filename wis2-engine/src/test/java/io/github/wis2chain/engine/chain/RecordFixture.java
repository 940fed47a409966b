package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A discovery record that conforms, until one thing is changed.
record RecordFixture(String text) {

    static final String HREF = "https://data.example.org/wis2/argo.json";
    static final String ID = "urn:wmo:md:fr-ifremer-argo:cor:msg:argo";
    static final String DATA_ID = "fr-ifremer-argo/metadata/" + ID;
    static final String TOPIC = "origin/a/wis2/fr-ifremer-argo/metadata";

    static RecordFixture aRecord() {
        return new RecordFixture(
                """
                {
                  "id": "urn:wmo:md:fr-ifremer-argo:cor:msg:argo",
                  "conformsTo": ["http://wis.wmo.int/spec/wcmp/2/conf/core"],
                  "type": "Feature",
                  "time": {"interval": ["2000-01-01T00:00:00Z", ".."], "resolution": "PT1H"},
                  "geometry": {"type": "Polygon", "coordinates":
                    [[[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]]},
                  "properties": {
                    "type": "dataset",
                    "title": "Temperature and salinity profiles of drifting floats",
                    "description": "Profiles between the surface and two kilometres of depth.",
                    "themes": [{
                      "scheme": "https://codes.wmo.int/wis/topic-hierarchy/earth-system-discipline",
                      "concepts": [{"id": "ocean", "title": "Ocean"}]
                    }],
                    "contacts": [{
                      "organization": "Sample data centre",
                      "roles": ["host", "producer", "publisher"],
                      "emails": [{"value": "data@example.org"}],
                      "addresses": [{"country": "FRA"}],
                      "links": [{"href": "https://www.example.org", "rel": "about", "type": "text/html"}]
                    }],
                    "created": "2026-03-01T09:00:00Z",
                    "updated": "2026-03-02T09:00:00Z",
                    "rights": "Free and unrestricted use.",
                    "wmo:dataPolicy": "core"
                  },
                  "links": [
                    {"rel": "items", "type": "application/geo+json", "title": "Notifications",
                     "href": "mqtts://broker.example.org:8883",
                     "channel": "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-ocean-profilers"},
                    {"rel": "license", "type": "text/html", "title": "CC BY 4.0",
                     "href": "https://creativecommons.org/licenses/by/4.0/"}
                  ]
                }
                """);
    }

    RecordFixture with(String target, String replacement) {
        if (!text.contains(target)) {
            throw new IllegalArgumentException("the record does not hold " + target);
        }
        return new RecordFixture(text.replace(target, replacement));
    }

    /// The same after somebody has worked on it.
    RecordFixture corrected() {
        return with("two kilometres", "2000 metres");
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// A run that is to do this with the record, which is served where it says.
    Claim claim(Submission.Intent intent, Chain chain) {
        return claimAt(HREF, intent, chain);
    }

    Claim claimAt(String href, Submission.Intent intent, Chain chain) {
        return chain.claim(
                Payload.of(bytes()),
                new Submission.OfRecord(intent, URI.create(href))
                        .onto(new Origin("operator", "ada", Map.of())));
    }
}
