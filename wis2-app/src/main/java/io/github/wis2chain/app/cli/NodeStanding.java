package io.github.wis2chain.app.cli;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/// How a node stands, put together from its answers.
///
/// @param balances whether the ledger of today accounts for every event
/// @param today what became of the events of today (UTC), all datasets together; empty where the
///     node cannot read its store
/// @param published notifications that a broker acknowledged today
/// @param pausedSources sources that an operator holds
/// @param pausedDatasets datasets that an operator holds
/// @param lastPublished when the newest notification was acknowledged, to the second; empty if none
record NodeStanding(
        List<Part> parts,
        long failed,
        long inProgress,
        boolean balances,
        Map<String, Long> today,
        long published,
        List<String> pausedSources,
        List<String> pausedDatasets,
        Optional<String> lastPublished) {

    private static final List<String> COUNTED =
            List.of(
                    "received",
                    "succeeded",
                    "unchanged",
                    "failed",
                    "discarded",
                    "in_progress",
                    "duplicates");

    /// A part of the node.
    ///
    /// @param text what is so
    /// @param remedy what to do; empty while it is well
    record Part(String name, boolean healthy, boolean essential, String text, String remedy) {

        private static Part of(JsonNode part) {
            return new Part(
                    Answers.text(part, "name"),
                    part.path("healthy").asBoolean(false),
                    part.path("essential").asBoolean(false),
                    Answers.text(part, "text"),
                    Answers.text(part, "remedy"));
        }
    }

    static NodeStanding ask(ApiClient api) {
        JsonNode health = api.get("/api/v1/health");
        List<Part> parts = items(health.path("parts")).stream().map(Part::of).toList();
        JsonNode runs = health.path("runs");
        if (runs.isNull()) {
            return new NodeStanding(
                    parts, 0, 0, true, Map.of(), 0, List.of(), List.of(), Optional.empty());
        }
        JsonNode ledger = api.get("/api/v1/ledger");
        return new NodeStanding(
                parts,
                runs.path("failed").asLong(0),
                runs.path("waiting").asLong(0) + runs.path("running").asLong(0),
                ledger.path("balances").asBoolean(false),
                sums(ledger.path("rows")),
                ledger.path("published").asLong(0),
                items(api.get("/api/v1/sources").path("items")).stream()
                        .filter(source -> Answers.text(source, "state").equals("paused"))
                        .map(source -> Answers.text(source, "name"))
                        .toList(),
                items(api.get("/api/v1/datasets").path("items")).stream()
                        .filter(dataset -> dataset.path("paused").asBoolean(false))
                        .map(dataset -> Answers.text(dataset, "name"))
                        .toList(),
                items(api.get("/api/v1/notifications", Map.of("limit", "1")).path("items")).stream()
                        .map(newest -> Answers.time(newest, "acknowledged_at"))
                        .filter(time -> !time.isEmpty())
                        .findFirst());
    }

    /// Nothing needs anybody. What was paused was paused by somebody, who knows it.
    boolean well() {
        return alarms().isEmpty();
    }

    /// `All well. 312 published today, 2 in progress, last at 2026-11-23 21:04:05.`
    String sentence() {
        String alarms = well() ? "All well." : String.join(" ", alarms());
        if (today.isEmpty()) {
            return alarms + " What it did today cannot be read.";
        }
        return "%s %s published today, %s in progress%s."
                .formatted(
                        alarms,
                        published,
                        inProgress,
                        lastPublished.map(" (last at %s UTC)"::formatted).orElse(""));
    }

    private List<String> alarms() {
        List<String> alarms = new ArrayList<>();
        if (failed > 0) {
            alarms.add(failed == 1 ? "1 run needs you." : failed + " runs need you.");
        }
        List<String> unwell =
                parts.stream().filter(part -> !part.healthy()).map(Part::name).toList();
        if (!unwell.isEmpty()) {
            alarms.add(
                    "%d of %d parts %s attention: %s."
                            .formatted(
                                    unwell.size(),
                                    parts.size(),
                                    unwell.size() == 1 ? "needs" : "need",
                                    String.join(", ", unwell)));
        }
        if (!balances) {
            alarms.add("The ledger of today does not balance.");
        }
        return alarms;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("well", well());
        json.put("text", sentence());
        ArrayNode array = json.putArray("parts");
        for (Part part : parts) {
            array.addObject()
                    .put("name", part.name())
                    .put("healthy", part.healthy())
                    .put("essential", part.essential())
                    .put("text", part.text())
                    .put("remedy", part.remedy().isEmpty() ? null : part.remedy());
        }
        json.put("failed", failed);
        json.put("in_progress", inProgress);
        json.put("balances", balances);
        ObjectNode counts = json.putObject("today");
        today.forEach(counts::put);
        json.put("published_today", published);
        ArrayNode sources = json.putArray("paused_sources");
        pausedSources.forEach(sources::add);
        ArrayNode datasets = json.putArray("paused_datasets");
        pausedDatasets.forEach(datasets::add);
        return json;
    }

    private static Map<String, Long> sums(JsonNode rows) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (String name : COUNTED) {
            sums.put(name, items(rows).stream().mapToLong(row -> row.path(name).asLong(0)).sum());
        }
        return sums;
    }

    private static List<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
