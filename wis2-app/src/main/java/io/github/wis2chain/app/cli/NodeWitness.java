package io.github.wis2chain.app.cli;

import io.github.wis2chain.app.doctor.Diagnosis;
import io.github.wis2chain.app.doctor.Testimony;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks a running node what the doctor wants to know of it.
final class NodeWitness {

    private static final String RECORDS = "metadata";
    private static final String NEWEST = "20";
    private static final String ALL = "1000";

    private final ApiClient api;

    NodeWitness(ApiClient api) {
        this.api = api;
    }

    Testimony ask() {
        List<Diagnosis> parts = new ArrayList<>();
        for (JsonNode part : api.get("/api/v1/health").path("parts")) {
            parts.add(diagnosis(part));
        }
        return new Testimony(parts, links(), records());
    }

    private static Diagnosis diagnosis(JsonNode part) {
        String check = "node: " + Answers.text(part, "name");
        String text = Answers.text(part, "text");
        if (part.path("healthy").asBoolean(false)) {
            return Diagnosis.pass(check, text);
        }
        String remedy = Answers.text(part, "remedy");
        return part.path("essential").asBoolean(false)
                ? Diagnosis.fail(check, text, remedy)
                : Diagnosis.warn(check, text, remedy);
    }

    /// One link of each of the newest notifications of data that are there.
    private List<URI> links() {
        List<URI> links = new ArrayList<>();
        for (JsonNode each : items(Map.of("limit", NEWEST))) {
            if (!Answers.text(each, "rel").equals("deletion")) {
                JsonNode message =
                        api.get("/api/v1/notifications/" + Answers.text(each, "id"))
                                .path("message");
                for (JsonNode link : message.path("links")) {
                    if (Set.of("canonical", "update").contains(Answers.text(link, "rel"))) {
                        links.add(URI.create(Answers.text(link, "href")));
                    }
                }
            }
        }
        return links;
    }

    /// The `data_id` of a record ends with its identifier.
    private Set<String> records() {
        Set<String> records = new HashSet<>();
        for (JsonNode each : items(Map.of("dataset", RECORDS, "limit", ALL))) {
            String dataId = Answers.text(each, "data_id");
            records.add(dataId.substring(dataId.lastIndexOf('/') + 1));
        }
        return records;
    }

    private JsonNode items(Map<String, String> query) {
        return api.get("/api/v1/notifications", query).path("items");
    }
}
