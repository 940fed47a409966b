package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.run.Source;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What those ask who watch a node: health, readiness and metrics.
final class WatchRoutesTest extends ApiTest {

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
    void who_cannot_be_looked_up_is_told_that_the_store_is_what_is_wrong() {
        node.unreadable = true;

        for (String path : List.of("/api/v1/health", "/api/v1/runs")) {
            HttpResponse<String> withToken =
                    sendAs(
                            Optional.of(AccessSecret.fresh("wis2t_")),
                            path,
                            request -> request.header("Accept", "text/html"));
            refused(withToken, 503, "STORE_UNAVAILABLE");
            assertThat(withToken.headers().firstValue("Retry-After")).isPresent();
            refused(
                    sendAs(
                            Optional.empty(),
                            path,
                            request ->
                                    request.header(
                                            "Cookie",
                                            "wis2_session_%d=%s"
                                                    .formatted(
                                                            server.port(),
                                                            AccessSecret.fresh("wis2s_").text()))),
                    503,
                    "STORE_UNAVAILABLE");
        }
        refused(get("/api/v1/runs"), 503, "STORE_UNAVAILABLE");
        HttpResponse<String> page =
                sendAs(
                        Optional.of(AccessSecret.fresh("wis2t_")),
                        "/runs",
                        request -> request.header("Accept", "text/html"));
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.body())
                .startsWith("The node cannot look up anything")
                .endsWith("Ask again then.");
        HttpResponse<String> act = post("/api/v1/runs/0000000000001/retry", "");
        refused(act, 503, "STORE_UNAVAILABLE");
        assertThat(act.body()).contains("may have been done or not");
        assertThat(get("/readyz").statusCode()).isEqualTo(200);
    }

    @Test
    void metrics_are_told_where_the_store_cannot_be_read() {
        failed("one");
        node.unreadable = true;

        assertThat(get("/metrics").body())
                .contains("wis2_runs{state=\"failed\"} NaN")
                .contains("wis2_oldest_in_progress_seconds NaN")
                .contains("wis2_part_up{part=\"journal\"} 1.0");
        node.unreadable = false;
        assertThat(get("/metrics").body()).contains("wis2_runs{state=\"failed\"} 1.0");
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
}
