package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Runs are listed, found and explained.
final class RunRoutesTest extends ApiTest {

    @Test
    void pages_lead_from_the_newest_run_to_the_oldest() {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            expected.addFirst(waiting("event " + i).toString());
        }

        List<String> found = new ArrayList<>();
        String path = "/api/v1/runs?limit=2";
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = json(get(next));
            page.path("items").forEach(run -> found.add(run.path("id").asString()));
            JsonNode before = page.path("next");
            next = before.isNull() ? "" : path + "&before=" + before.asString();
        }

        assertThat(found).isEqualTo(expected);
    }

    @Test
    void each_filter_restricts() {
        RunId failed = failed("one");
        RunId waiting = waiting("two");
        String all = "%s %s".formatted(waiting, failed);

        assertThat(list("")).isEqualTo(all);
        assertThat(list("?state=failed")).isEqualTo(failed.toString());
        assertThat(list("?state=failed,waiting")).isEqualTo(all);
        assertThat(list("?state=discarded")).isEmpty();
        assertThat(list("?dataset=argo-bufr")).isEqualTo(failed.toString());
        assertThat(list("?source=argo-files")).isEqualTo(all);
        assertThat(list("?source=http")).isEmpty();
        assertThat(list("?cause=LINK_STATUS")).isEqualTo(failed.toString());
        assertThat(list("?q=a.bufr")).isEqualTo(failed.toString());
        assertThat(list("?q=event-1")).isEqualTo(failed.toString());
        assertThat(list("?q=argo/a.bufr")).isEqualTo(failed.toString());
        assertThat(list("?q=" + failed)).isEqualTo(failed.toString());
        assertThat(list("?q=other/a.bufr")).isEmpty();
        assertThat(list("?q=%25")).isEmpty();
        assertThat(list("?q=event_1")).isEmpty();
        assertThat(list("?q=event-")).isEmpty();
        assertThat(list("?since=2020-01-01&until=2099-01-01T00:00:00%2B01:00")).isEqualTo(all);
        assertThat(list("?since=" + Instant.now().plusSeconds(60))).isEmpty();
        assertThat(list("?until=2020-01-01")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?state=lost",
                "?state=failed,",
                "?source=A%20B",
                "?since=yesterday",
                "?until=2026-13-01",
                "?before=12",
                "?limit=0",
                "?limit=1001",
                "?limit=ten",
                "?stat=failed",
                "?%0d%0aSet-Cookie:a=b"
            })
    void a_filter_that_is_not_understood_is_refused_rather_than_left_out(String query) {
        refused(get("/api/v1/runs" + query), 400, "BAD_PARAMETER");
    }

    @Test
    void a_failed_run_explains_itself() {
        RunId run = failed("one");

        JsonNode shown = json(get("/api/v1/runs/" + run));

        assertThat(shown.path("explanation").asString())
                .isEqualTo(
                        "Step verify-data failed (LINK_STATUS): /links/0 gave 404. Put the file"
                                + " where the link points to, or correct the link, then retry.");
        assertThat(shown.path("state").asString()).isEqualTo("failed");
        assertThat(shown.at("/failure/code").asString()).isEqualTo("LINK_STATUS");
        assertThat(shown.at("/failure/temporary").asBoolean()).isFalse();
        assertThat(shown.at("/steps/0/took_ms").asDouble()).isEqualTo(1.235);
        assertThat(shown.at("/steps/0/remarks/0/place").asString()).isEqualTo("/links/0");
        assertThat(shown.at("/event/place").asString()).isEqualTo("diffusion/files");
        assertThat(words(shown.path("actions"))).isEqualTo("retry edit discard note");
        assertThat(words(shown.path("pipeline"))).isEqualTo("read-event verify-data publish");
    }

    @Test
    void a_run_shows_its_notification_as_it_was_sent() {
        RunId run = succeeded("one", "n-1");

        HttpResponse<String> response = get("/api/v1/runs/" + run);

        assertThat(response.body()).contains("\"message\":{\"id\":\"n-1\",\"n\":1.10}");
        assertThat(json(response).at("/notifications/0/broker").asString()).isEqualTo("embedded");
        assertThat(json(response).path("explanation").asString())
                .isEqualTo("1 notification published.");
        assertThat(words(json(response).path("actions"))).isEqualTo("edit note");
    }

    @Test
    void waiting_runs_say_what_they_wait_for() {
        RunId due = waiting("one");
        assertThat(explanation(due)).isEqualTo("It waits for its turn. Nothing is to be done.");
        RunId later = waitingToBeTriedAgain("two");

        assertThat(explanation(later))
                .startsWith(
                        "Step publish failed for the moment (BROKER_UNAVAILABLE): There is no"
                                + " connection. It is tried again by itself at ");

        post("/api/v1/sources/argo-files/pause", "");
        assertThat(explanation(waiting("three")))
                .isEqualTo(
                        "It is held, because its source argo-files is paused. Resume the source to"
                                + " let it go.");
    }

    @Test
    void the_log_of_a_run_tells_every_attempt_and_what_people_did() {
        RunId run = failed("{\"a\":1}");
        postJson("/api/v1/runs/" + run + "/notes", "{\"text\":\"Asked\\nfor it.\"}");

        JsonNode log = json(get("/api/v1/runs/" + run + "/log"));
        String text =
                send(
                                "/api/v1/runs/" + run + "/log",
                                request -> request.header("Accept", "text/plain"))
                        .body();

        assertThat(log.path("lines").findValuesAsString("text"))
                .first()
                .isEqualTo("Received from source argo-files by mqtt diffusion/files, 7 bytes.");
        assertThat(text.lines())
                .hasSize(log.path("lines").size())
                .anyMatch(line ->
                        line.endsWith(
                                "warning Run %s, step verify-data, attempt 1: At /links/0: It is slow. (/req/core/links)"
                                        .formatted(run)))
                .anyMatch(line -> line.endsWith("step verify-data, attempt 1: Done after 1.2 ms."))
                .anyMatch(line -> line.endsWith(" did note: Asked for it."))
                .last()
                .asString()
                .contains("fault", "LINK_STATUS");
        refused(get("/api/v1/runs/0000000000001/log"), 404, "RUN_NOT_FOUND");
    }

    private String list(String query) {
        List<String> ids = new ArrayList<>();
        json(get("/api/v1/runs" + query))
                .path("items")
                .forEach(run -> ids.add(run.path("id").asString()));
        return String.join(" ", ids);
    }

    private static String words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asString()));
        return String.join(" ", words);
    }
}
