package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.Submission;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;

final class SubmissionRoutesTest extends ApiTest {

    private static final String TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/drifting-buoys";

    @Test
    void a_record_is_kept_as_it_is_with_what_was_asked_for() {
        HttpResponse<String> response =
                post(
                        "/api/v1/records?intent=withdraw&url=https%3A%2F%2Fdata.example.org%2Fr.json",
                        "{ }", "X-Wis2-Actor", "ada");

        Event event = eventOf(response);
        assertThat(event.payload()).isEqualTo(Payload.ofText("{ }"));
        assertThat(event.source().value()).isEqualTo("http");
        assertThat(event.origin().transport()).isEqualTo("operator");
        assertThat(event.origin().place()).isEqualTo(LOCAL);
        assertThat(event.origin().properties())
                .containsEntry(Origin.USER, LOCAL)
                .containsEntry(Origin.ADDRESS, "127.0.0.1");
        assertThat(Submission.of(event.origin()))
                .contains(
                        new Submission.OfRecord(
                                Submission.Intent.WITHDRAW,
                                URI.create("https://data.example.org/r.json")));
    }

    @Test
    void a_notification_is_kept_with_its_topic_or_without() {
        Event addressed = eventOf(post("/api/v1/notifications?topic=" + TOPIC, "{ }"));
        Event other = eventOf(post("/api/v1/notifications", "{ }"));

        assertThat(addressed.origin().properties())
                .containsEntry(Submission.TOPIC, TOPIC)
                .containsEntry("kind", "notification");
        assertThat(other.origin().properties()).doesNotContainKey(Submission.TOPIC);
    }

    @Test
    void what_is_published_by_hand_is_in_the_audit_and_with_its_run() {
        String record =
                json(post("/api/v1/records?url=https%3A%2F%2Fdata.example.org%2Fr.json", "{ }"))
                        .path("run_id")
                        .asString();
        post("/api/v1/notifications?topic=" + TOPIC, "{ }");

        JsonNode audit = json(get("/api/v1/audit?kind=publish")).path("items");
        assertThat(audit.valueStream().map(act -> act.path("text").asString()))
                .containsExactly(
                        "Notification, on " + TOPIC,
                        "Discovery record (publish), https://data.example.org/r.json");
        assertThat(audit.get(1).path("who").asString()).isEqualTo(LOCAL);
        assertThat(audit.get(1).path("from").asString()).isEqualTo("127.0.0.1");
        assertThat(audit.get(1).path("run_id").asString()).isEqualTo(record);
        assertThat(json(get("/api/v1/runs/" + record)).at("/acts/0/kind").asString())
                .isEqualTo("publish");
    }

    @Test
    void what_cannot_be_kept_is_no_act() {
        node.runs.failWith("the disk is full");

        refused(post("/api/v1/notifications", "{ }"), 503, "JOURNAL_UNAVAILABLE");

        node.runs.recover();
        assertThat(json(get("/api/v1/audit")).path("items")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/records, url: it is required",
        "/api/v1/records?url=ftp%3A%2F%2Fx%2Fr.json, http or https",
        "/api/v1/records?url=r.json, http or https",
        "/api/v1/records?url=https%3A%2F%2Fx%2Fr.json&intent=delete, 'publish, update or withdraw'",
        "/api/v1/notifications?topic=a%2F%23, Parameter topic",
        "/api/v1/notifications?topic=origin%2Fa%2Fwis2%2Ffr-meteofrance%2Fmetadata, centre",
    })
    void what_no_run_could_repair_is_refused_at_once(String path, String why) {
        HttpResponse<String> response = post(path, "{ }");

        refused(response, 400, "BAD_PARAMETER");
        assertThat(json(response).path("detail").asString()).contains(why);
        assertThat(node.runs.runs(RunFilter.ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void an_empty_document_is_refused() {
        refused(post("/api/v1/notifications", ""), 400, "EMPTY_EVENT");
    }

    private Event eventOf(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        RunId run = RunId.parse(json(accepted).path("run_id").asString());
        return node.runs.run(run).orElseThrow().event();
    }
}
