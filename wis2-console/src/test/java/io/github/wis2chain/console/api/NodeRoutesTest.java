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

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sources, datasets and what was published.
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
    void the_version_is_told() {
        assertThat(json(get("/api/v1/version")).path("version").asString()).isEqualTo("1.2.3");
    }
}
