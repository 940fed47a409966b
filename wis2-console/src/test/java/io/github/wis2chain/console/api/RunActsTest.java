package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;

/// What people do to runs: retry, discard, note.
final class RunActsTest extends ApiTest {

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

    @ParameterizedTest
    @ValueSource(strings = {"retry", "edit", "discard", "notes"})
    void acts_on_runs_that_are_not_there_are_refused(String act) {
        refused(postJson("/api/v1/runs/0000000000001/" + act, "{}"), 404, "RUN_NOT_FOUND");
        refused(postJson("/api/v1/runs/none/" + act, "{}"), 400, "BAD_PARAMETER");
    }

    @Test
    void an_act_that_cannot_be_written_is_told() {
        RunId run = failed("one");
        node.runs.failWith("the disk is full");

        refused(post("/api/v1/runs/" + run + "/retry", ""), 503, "JOURNAL_UNAVAILABLE");
        refused(post("/api/v1/runs/" + run + "/edit", "two"), 503, "JOURNAL_UNAVAILABLE");
    }

    private Act act(RunId run) {
        return node.runs.run(run).orElseThrow().acts().getLast();
    }
}
