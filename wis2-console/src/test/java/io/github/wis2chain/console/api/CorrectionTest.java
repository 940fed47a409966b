package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunDetail;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;

/// A run with a corrected event takes the place of another.
final class CorrectionTest extends ApiTest {

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
                .containsEntry("user", LOCAL)
                .containsEntry("address", "127.0.0.1")
                .containsEntry("header.ce-id", "2")
                .containsEntry("header.ce-type", "t");
    }
}
