package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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
    void a_retried_run_waits_again_and_remembers_who_retried_it() {
        RunId run = failed("one");

        HttpResponse<String> response = post("/api/v1/runs/" + run + "/retry", "");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(json(response).path("state").asString()).isEqualTo("waiting");
        assertThat(act(run).kind()).isEqualTo("retry");
        assertThat(act(run).who()).isEqualTo(System.getProperty("user.name") + " (local)");
        assertThat(act(run).from()).isEqualTo("127.0.0.1");
    }

    @Test
    void a_run_in_another_state_refuses() {
        RunId run = succeeded("one", "n-1");

        refused(post("/api/v1/runs/" + run + "/retry", ""), 409, "RUN_STATE");
        refused(
                postJson("/api/v1/runs/" + run + "/discard", "{\"reason\":\"x\"}"),
                409,
                "RUN_STATE");
    }

    @Test
    void a_discarded_run_tells_who_and_why() {
        RunId run = failed("one");

        JsonNode shown =
                json(
                        postJson(
                                "/api/v1/runs/" + run + "/discard",
                                "{\"reason\":\" Sent twice. \"}"));

        assertThat(shown.path("state").asString()).isEqualTo("discarded");
        assertThat(shown.path("explanation").asString())
                .isEqualTo(System.getProperty("user.name") + " (local) discarded it: Sent twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\":\"  \"}", "{\"reason\":3}", "{\"reason\":null}"})
    void discarding_asks_for_a_reason(String body) {
        RunId run = failed("one");

        refused(postJson("/api/v1/runs/" + run + "/discard", body), 400, "BAD_PARAMETER");
        assertThat(state(run)).isEqualTo(RunState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"x\"", "{\"text\":\"x\"", "\u0000"})
    void a_body_that_is_no_json_object_is_refused(String body) {
        refused(postJson("/api/v1/runs/" + failed("one") + "/notes", body), 400, "MALFORMED_JSON");
    }

    @Test
    void hostile_bodies_of_notes_are_refused() {
        String notes = "/api/v1/runs/" + failed("one") + "/notes";

        refused(postJson(notes, "[".repeat(8000)), 400, "MALFORMED_JSON");
        refused(
                postJson(notes, "{\"text\":\"%s\"}".formatted("x".repeat(4001))),
                400,
                "BAD_PARAMETER");
        refused(postJson(notes, "x".repeat(100_000)), 413, "BODY_TOO_LARGE");
        refused(
                post(notes, "{\"text\":\"x\"}", "Content-Type", "text/plain"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void a_note_is_kept_as_text() {
        RunId run = failed("one");

        postJson("/api/v1/runs/" + run + "/notes", "{\"text\":\"<b>Größe</b>\"}");

        assertThat(act(run).text()).isEqualTo("<b>Größe</b>");
    }

    @Test
    void a_corrected_event_gets_a_run_that_is_linked_to_the_old_one() {
        RunId old = failed("one");

        HttpResponse<String> response =
                post("/api/v1/runs/" + old + "/edit?check=true", "corrected");

        assertThat(response.statusCode()).isEqualTo(201);
        RunId next = RunId.parse(json(response).path("run_id").asString());
        RunDetail run = node.runs.run(next).orElseThrow();
        assertThat(response.headers().firstValue("Location")).hasValue("/api/v1/runs/" + next);
        assertThat(run.event().payload()).isEqualTo(Payload.ofText("corrected"));
        assertThat(run.event().source().value()).isEqualTo("argo-files");
        assertThat(run.summary().parent()).hasValue(old);
        assertThat(state(old)).isEqualTo(RunState.DISCARDED);
        assertThat(explanation(old))
                .isEqualTo("It was corrected: run %s has its place.".formatted(next));
    }

    @Test
    void an_event_that_would_fail_again_is_refused_when_asked_for_unless_forced() {
        RunId run = failed("one");
        String edit = "/api/v1/runs/" + run + "/edit";

        HttpResponse<String> refusal = post(edit + "?check=true", "bad");
        refused(refusal, 422, "EVENT_DOES_NOT_CONFORM");
        assertThat(json(refusal).at("/remarks/0/place").asString()).isEqualTo("/id");
        assertThat(state(run)).isEqualTo(RunState.FAILED);

        assertThat(post(edit + "?check=true&force=true", "bad").statusCode()).isEqualTo(201);
        assertThat(post("/api/v1/runs/" + failed("two") + "/edit", "bad").statusCode())
                .isEqualTo(201);
        refused(
                post("/api/v1/runs/" + failed("three") + "/edit?check=yes", "x"),
                400,
                "BAD_PARAMETER");
    }

    @Test
    void the_same_bytes_or_none_or_too_many_are_no_correction() {
        String edit = "/api/v1/runs/" + failed("one") + "/edit";

        refused(post(edit, "one"), 409, "EVENT_UNCHANGED");
        refused(post(edit, ""), 400, "EMPTY_EVENT");
        refused(post(edit, "x".repeat(4097)), 413, "BODY_TOO_LARGE");
    }

    @Test
    void attributes_in_headers_stay_with_a_corrected_event() {
        HttpResponse<String> sent = post("/api/v1/events", "x", "ce-id", "1", "ce-type", "t");
        String run = json(sent).path("run_id").asString();

        HttpResponse<String> edited = post("/api/v1/runs/" + run + "/edit", "y", "ce-id", "2");

        RunId next = RunId.parse(json(edited).path("run_id").asString());
        assertThat(node.runs.run(next).orElseThrow().event().origin().properties())
                .containsEntry("header.ce-id", "2")
                .containsEntry("header.ce-type", "t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "edit", "discard", "notes"})
    void acts_on_runs_that_are_not_there_are_refused(String act) {
        refused(postJson("/api/v1/runs/0000000000001/" + act, "{}"), 404, "RUN_NOT_FOUND");
        refused(postJson("/api/v1/runs/none/" + act, "{}"), 400, "BAD_PARAMETER");
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

    @Test
    void an_act_that_cannot_be_written_is_told() {
        RunId run = failed("one");
        node.runs.failWith("the disk is full");

        refused(post("/api/v1/runs/" + run + "/retry", ""), 503, "JOURNAL_UNAVAILABLE");
        refused(post("/api/v1/runs/" + run + "/edit", "two"), 503, "JOURNAL_UNAVAILABLE");
    }

    private String list(String query) {
        List<String> ids = new ArrayList<>();
        json(get("/api/v1/runs" + query))
                .path("items")
                .forEach(run -> ids.add(run.path("id").asString()));
        return String.join(" ", ids);
    }

    private String explanation(RunId run) {
        return json(get("/api/v1/runs/" + run)).path("explanation").asString();
    }

    private Act act(RunId run) {
        return node.runs.run(run).orElseThrow().acts().getLast();
    }

    private RunState state(RunId run) {
        return node.runs.run(run).orElseThrow().summary().state();
    }

    private static String words(JsonNode array) {
        List<String> words = new ArrayList<>();
        array.forEach(word -> words.add(word.asString()));
        return String.join(" ", words);
    }
}
