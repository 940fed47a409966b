package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Source;
import io.github.wis2chain.engine.run.SourceName;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

final class NodeRoutesTest extends ApiTest {

    @Test
    void sources_are_paused_and_resumed_durably() {
        JsonNode paused = json(post("/api/v1/sources/argo-files/pause", ""));

        assertThat(paused.path("state").asString()).isEqualTo("paused");
        assertThat(node.source.isPaused()).isTrue();
        assertThat(node.runs.held()).containsExactly(new SourceName("argo-files"));
        assertThat(json(post("/api/v1/sources/argo-files/resume", "")).path("state").asString())
                .isEqualTo("running");
        assertThat(node.source.isPaused()).isFalse();
        assertThat(node.runs.held()).isEmpty();
        assertThat(node.runs.sourceActs()).extracting("kind").containsExactly("pause", "resume");
    }

    @Test
    void a_source_that_could_not_be_paused_durably_goes_on() {
        node.runs.failWith("the disk is full");

        refused(post("/api/v1/sources/argo-files/pause", ""), 503, "JOURNAL_UNAVAILABLE");
        assertThat(node.source.isPaused()).isFalse();
    }

    @Test
    void the_api_itself_is_a_source() {
        post("/api/v1/events", "{}");
        node.source.is(new Source.Status(false, "No connection.", 7, 3));

        JsonNode items = json(get("/api/v1/sources")).path("items");

        assertThat(items.at("/0/name").asString()).isEqualTo("argo-files");
        assertThat(items.at("/0/healthy").asBoolean()).isFalse();
        assertThat(items.at("/0/received").asInt()).isEqualTo(7);
        assertThat(items.at("/0/unwanted").asInt()).isEqualTo(3);
        assertThat(items.at("/1/name").asString()).isEqualTo("http");
        assertThat(items.at("/1/received").asInt()).isEqualTo(1);
        assertThat(items.at("/1/unwanted").asInt()).isZero();
    }

    @Test
    void a_source_that_is_not_there_is_refused_with_those_that_are() {
        HttpResponse<String> response = post("/api/v1/sources/argo/pause", "");

        refused(response, 404, "SOURCE_NOT_FOUND");
        assertThat(json(response).path("detail").asString()).contains("[argo-files, http]");
    }

    @Test
    void datasets_show_their_configuration() {
        JsonNode dataset = json(get("/api/v1/datasets")).at("/items/0");

        assertThat(dataset.path("name").asString()).isEqualTo("argo-bufr");
        assertThat(dataset.path("settings").path("when.source").asString()).isEqualTo("argo-files");
    }

    @Test
    void what_is_published_today_is_what_brokers_acknowledged_today() {
        RunId run = waiting("one");
        List<Ready> assets =
                List.of(aNotification("n-1"), aNotification("n-2"), aNotification("n-3"));
        node.sent.store(run, assets).join();
        node.freeze();
        Instant now = node.clock().instant();
        acknowledge(run, "n-1", now);
        acknowledge(run, "n-2", now);
        acknowledge(run, "n-3", now.minus(Duration.ofDays(1)));

        assertThat(json(get("/api/v1/datasets")).at("/items/0/today/published").asInt())
                .isEqualTo(2);
        assertThat(json(get("/api/v1/datasets")).at("/items/0/today/succeeded").asInt()).isZero();
        assertThat(json(get("/api/v1/ledger")).path("published").asInt()).isEqualTo(2);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        assertThat(json(get("/api/v1/ledger?from=" + today.minusDays(1))).path("published").asInt())
                .isEqualTo(3);
    }

    private void acknowledge(RunId run, String id, Instant at) {
        node.sent.acknowledged(run, id, new Delivery(at, "embedded", "SUCCESS")).join();
    }

    private static Ready aNotification(String id) {
        return new Ready(
                id,
                "argo-bufr",
                "argo/%s.bufr".formatted(id),
                "origin/a/wis2",
                "canonical",
                "sha512:x",
                Payload.ofText("{}"),
                Instant.now(),
                Optional.empty());
    }

    @Test
    void notifications_are_listed_in_pages_and_found_by_their_id() {
        succeeded("one", "n-1");
        succeeded("two", "n-2");

        JsonNode first = json(get("/api/v1/notifications?limit=1"));
        JsonNode second =
                json(get("/api/v1/notifications?limit=1&before=" + first.path("next").asString()));

        assertThat(first.at("/items/0/id").asString()).isEqualTo("n-2");
        assertThat(second.at("/items/0/id").asString()).isEqualTo("n-1");
        assertThat(second.path("next").isNull()).isTrue();
        assertThat(json(get("/api/v1/notifications?dataset=other")).path("items")).isEmpty();
        assertThat(get("/api/v1/notifications/n-1").body())
                .contains("\"message\":{\"id\":\"n-1\",\"n\":1.10}");
        refused(get("/api/v1/notifications/n-3"), 404, "NOTIFICATION_NOT_FOUND");
        refused(get("/api/v1/notifications?before=x"), 400, "BAD_PARAMETER");
        refused(get("/api/v1/notifications?before=99999999999999999999"), 400, "BAD_PARAMETER");
        refused(
                get("/api/v1/notifications?until=%2B300000000-01-01T00:00:00Z"),
                400,
                "BAD_PARAMETER");
    }

    @Test
    void the_ledger_balances_duplicates_included() {
        failed("one");
        succeeded("two", "n-1");
        node.runs
                .accept(
                        new Arrival(
                                new SourceName("argo-files"),
                                Payload.ofText("two"),
                                new Origin("mqtt", "t", Map.of()),
                                true,
                                Instant.now()))
                .join();

        JsonNode ledger = json(get("/api/v1/ledger"));

        assertThat(ledger.path("balances").asBoolean()).isTrue();
        assertThat(ledger.at("/rows/0/received").asInt()).isEqualTo(3);
        assertThat(ledger.at("/rows/0/failed").asInt()).isEqualTo(1);
        assertThat(ledger.at("/rows/0/duplicates").asInt()).isEqualTo(1);
        assertThat(json(get("/api/v1/ledger?day=2020-01-01")).path("rows")).isEmpty();
        refused(get("/api/v1/ledger?day=today"), 400, "BAD_PARAMETER");
    }

    @Test
    void health_names_the_parts_that_need_attention() {
        assertThat(json(get("/api/v1/health")).path("text").asString()).isEqualTo("All well.");
        failed("one");
        node.broker = HealthPart.Health.unwell("No connection since 10:00.", "See to it.");

        JsonNode health = json(get("/api/v1/health"));

        assertThat(health.path("text").asString())
                .isEqualTo("1 of 2 parts need attention: broker.");
        assertThat(health.at("/parts/1/text").asString()).isEqualTo("No connection since 10:00.");
        assertThat(health.at("/parts/1/remedy").asString()).isEqualTo("See to it.");
        assertThat(health.at("/parts/0/remedy").isNull()).isTrue();
        assertThat(health.at("/runs/failed").asInt()).isEqualTo(1);
    }

    @Test
    void health_is_told_where_the_store_cannot_be_read() {
        node.journal = HealthPart.Health.unwell("The database is down.", "Start it.");
        node.unreadable = true;

        JsonNode health = json(get("/api/v1/health"));

        assertThat(health.path("healthy").asBoolean(true)).isFalse();
        assertThat(health.at("/parts/0/remedy").asString()).isEqualTo("Start it.");
        assertThat(health.path("runs").isNull()).isTrue();
    }

    @Test
    void ready_means_that_events_can_be_taken() {
        assertThat(get("/readyz").body()).isEqualTo("ready\n");
        node.broker = HealthPart.Health.unwell("No connection.", "See to it.");
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
        node.journal = HealthPart.Health.unwell("The disk is full.", "See to it.");

        assertThat(get("/readyz").statusCode()).isEqualTo(503);
        assertThat(get("/readyz").body()).isEqualTo("not ready: journal\n");
        assertThat(get("/healthz").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_of_every_dataset_are_there_before_anything_is_published() {
        String metrics = get("/metrics").body();

        for (String rel : List.of("canonical", "update", "deletion")) {
            assertThat(metrics)
                    .contains(
                            "wis2_notifications_published_total{dataset=\"argo-bufr\",rel=\"%s\"} 0.0"
                                    .formatted(rel));
        }
        assertThat(metrics)
                .contains("wis2_event_to_published_seconds_count{dataset=\"argo-bufr\"} 0");
    }

    @Test
    void every_alert_is_about_figures_that_a_node_has_from_its_start() throws IOException {
        String alerts = Files.readString(Path.of("..", "docs", "grafana", "alerts.yml"));
        String metrics = get("/metrics").body();

        // These belong to parts that this test's node has not: the disk, the store, the broker.
        Set<String> elsewhere =
                Set.of(
                        "wis2_disk_free_bytes",
                        "wis2_broker_connected",
                        "wis2_journal_commit_seconds_bucket",
                        "wis2_certificate_expiry_timestamp_seconds");
        List<String> named =
                Pattern.compile("\\bwis2_[a-z_]+")
                        .matcher(alerts)
                        .results()
                        .map(MatchResult::group)
                        .filter(name -> !elsewhere.contains(name))
                        .toList();
        assertThat(named)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(metrics).contains(name));
    }

    @Test
    void metrics_count_what_happened() {
        failed("one");
        succeeded("two", "n-1");
        waitingToBeTriedAgain("three");
        node.source.is(new Source.Status(true, "Connected.", 0, 5));

        String metrics = get("/metrics").body();

        assertThat(metrics)
                .contains("wis2_runs{state=\"failed\"} 1.0")
                .contains("wis2_runs{state=\"waiting\"} 1.0")
                .contains(
                        "wis2_attempts_ended_total{cause=\"LINK_STATUS\",dataset=\"argo-bufr\",outcome=\"failed\"}"
                            + " 1.0")
                .contains("wis2_events_received_total{source=\"http\"} 0.0")
                .contains("wis2_events_unwanted_total{source=\"argo-files\"} 5.0")
                .contains("wis2_run_duration_seconds_bucket")
                .contains("wis2_run_duration_seconds_count 1")
                .contains("wis2_step_duration_seconds_count{step=\"verify-data\"} 3")
                .contains("wis2_intake_held_events 0.0")
                .contains("wis2_source_up{source=\"argo-files\"} 1.0")
                .contains("wis2_part_up{part=\"journal\"} 1.0")
                .contains("wis2_build_info{version=\"1.2.3\"} 1")
                .containsPattern("wis2_oldest_in_progress_seconds [0-9]");
        assertThat(get("/metrics").headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain");
    }

    @Test
    void metrics_show_a_part_that_came_after_the_start() {
        assertThat(get("/metrics").body()).doesNotContain("part=\"publisher\"");
        node.late =
                Optional.of(
                        new HealthPart(
                                "publisher",
                                false,
                                () -> HealthPart.Health.unwell("Connecting.", "See to it.")));

        assertThat(get("/metrics").body())
                .contains("wis2_part_up{part=\"publisher\"} 0.0")
                .contains("wis2_part_up{part=\"journal\"} 1.0");
        node.late =
                Optional.of(
                        new HealthPart(
                                "publisher", false, () -> HealthPart.Health.well("Connected.")));

        assertThat(get("/metrics").body()).contains("wis2_part_up{part=\"publisher\"} 1.0");
    }

    @Test
    void the_version_is_told() {
        assertThat(json(get("/api/v1/version")).path("version").asString()).isEqualTo("1.2.3");
    }
}
