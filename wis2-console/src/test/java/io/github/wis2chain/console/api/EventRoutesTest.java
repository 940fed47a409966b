package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.AuditFilter;
import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Origin;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;
import io.github.wis2chain.engine.run.Window;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

final class EventRoutesTest extends ApiTest {

    @Test
    void an_event_is_kept_as_it_is_with_its_origin() {
        byte[] bytes = {0, (byte) 0xff, '{', 13, 10};

        HttpResponse<String> response =
                send(
                        "/api/v1/events?source=argo-files",
                        request ->
                                request.header("Content-Type", "application/cloudevents+json")
                                        .POST(BodyPublishers.ofByteArray(bytes)));

        assertThat(response.statusCode()).isEqualTo(202);
        Event event = eventOf(response);
        assertThat(event.payload()).isEqualTo(Payload.of(bytes));
        assertThat(event.source().value()).isEqualTo("argo-files");
        assertThat(event.origin().transport()).isEqualTo("http");
        assertThat(event.origin().place()).isEqualTo("127.0.0.1");
        assertThat(event.origin().properties()).containsEntry(Origin.USER, LOCAL);
        assertThat(node.runs.audit(AuditFilter.ALL, Window.newest(10))).isEmpty();
        assertThat(event.origin().properties())
                .containsEntry(Origin.CONTENT_TYPE, "application/cloudevents+json");
        assertThat(response.headers().firstValue("Location"))
                .hasValue("/api/v1/runs/" + json(response).path("run_id").asString());
    }

    @Test
    void attributes_of_binary_mode_are_kept_as_sent() {
        HttpResponse<String> response =
                post(
                        "/api/v1/events",
                        "{}",
                        "ce-id",
                        "a%20b",
                        "Ce-Source",
                        "urn:x",
                        "X-Other",
                        "y");

        assertThat(eventOf(response).origin().properties())
                .containsEntry("header.ce-id", "a%20b")
                .containsEntry("header.ce-source", "urn:x")
                .doesNotContainKey("header.x-other");
    }

    @Test
    void the_media_type_that_curl_states_by_itself_says_nothing() {
        HttpResponse<String> response =
                post("/api/v1/events", "a=b", "Content-Type", "application/x-www-form-urlencoded");

        assertThat(eventOf(response).origin().properties()).containsOnlyKeys(Origin.USER);
        assertThat(eventOf(response).payload()).isEqualTo(Payload.ofText("a=b"));
    }

    @Test
    void nothing_is_answered_before_the_commit() {
        node.runs.holdCommits();
        var request =
                HttpRequest.newBuilder(at("/api/v1/events"))
                        .header("Authorization", "Bearer " + server.localAccess().text())
                        .POST(BodyPublishers.ofString("{}"))
                        .build();
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.ofString());
        Awaitility.await().until(() -> node.runs.uncommitted() == 1);

        assertThat(answer).isNotDone();
        node.runs.commit();

        assertThat(answer.join().statusCode()).isEqualTo(202);
    }

    @Test
    void a_full_disk_is_told_and_nothing_is_kept() {
        node.runs.failWith("the disk is full");

        HttpResponse<String> response = post("/api/v1/events", "{}");

        refused(response, 503, "JOURNAL_UNAVAILABLE");
        assertThat(json(response).path("detail").asString()).contains("the disk is full");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
        node.runs.recover();
        assertThat(node.runs.runs(RunFilter.ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void an_event_beyond_the_intakes_limit_is_kept_in_part() {
        HttpResponse<String> response = post("/api/v1/events", "x".repeat(5000));

        assertThat(eventOf(response).payload().size()).isEqualTo(100);
        assertThat(eventOf(response).origin().properties())
                .containsEntry(Origin.WHOLE_SIZE, "5000");
    }

    @Test
    void a_body_beyond_the_hard_limit_is_refused_with_or_without_announced_length() {
        byte[] huge = new byte[50 << 20];

        refused(
                send("/api/v1/events", request -> request.POST(BodyPublishers.ofByteArray(huge))),
                413,
                "BODY_TOO_LARGE");
        refused(
                send(
                        "/api/v1/events",
                        request ->
                                request.POST(
                                        BodyPublishers.ofInputStream(
                                                () -> new ByteArrayInputStream(huge)))),
                413,
                "BODY_TOO_LARGE");
        assertThat(node.runs.counts().get(RunState.WAITING)).isZero();
    }

    @Test
    void an_empty_body_is_refused_unless_headers_say_what_it_is() {
        refused(post("/api/v1/events", ""), 400, "EMPTY_EVENT");
        assertThat(post("/api/v1/events", "", "ce-id", "1").statusCode()).isEqualTo(202);
    }

    @Test
    void a_compressed_body_is_refused() {
        refused(
                post("/api/v1/events", "x", "Content-Encoding", "gzip"),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2F..", "UPPER", "a%0d%0aX-Evil:%201", "%3Cscript%3E"})
    void a_source_of_another_form_is_refused(String name) {
        HttpResponse<String> response = post("/api/v1/events?source=" + name, "{}");

        refused(response, 400, "BAD_PARAMETER");
        assertThat(response.headers().firstValue("X-Evil")).isEmpty();
    }

    @Test
    void an_event_for_a_source_that_is_not_configured_is_refused_with_the_name_that_was_meant() {
        HttpResponse<String> response = post("/api/v1/events?source=argo-file", "{}");

        refused(response, 404, "SOURCE_NOT_FOUND");
        assertThat(json(response).path("detail").asString())
                .isEqualTo(
                        "There is no source [argo-file]; argo-files is probably meant; there are"
                                + " [argo-files, http].");
        refused(post("/api/v1/events?source=quite-other", "{}"), 404, "SOURCE_NOT_FOUND");
        assertThat(node.runs.runs(RunFilter.ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void a_dry_run_keeps_nothing_and_shows_what_would_be_sent() {
        HttpResponse<String> good = post("/api/v1/events/check?source=argo-files", "good");
        HttpResponse<String> bad = post("/api/v1/events/check?source=argo-files", "bad");

        assertThat(json(good).path("conforms").asBoolean()).isTrue();
        assertThat(good.body()).contains("[{\"id\":\"x\",\"n\":1.10}]");
        JsonNode remark = json(bad).at("/remarks/0");
        assertThat(json(bad).path("conforms").asBoolean()).isFalse();
        assertThat(remark.path("text").asString())
                .isEqualTo("The event has no id from argo-files.");
        assertThat(remark.path("level").asString()).isEqualTo("fault");
        assertThat(node.runs.runs(RunFilter.ALL, Optional.empty(), 10)).isEmpty();
    }

    @Test
    void an_event_is_shown_and_its_bytes_are_only_to_be_saved() {
        waiting("<script>alert(1)</script>");
        String event = json(get("/api/v1/runs")).at("/items/0/event_id").asString();

        JsonNode shown = json(get("/api/v1/events/" + event));
        HttpResponse<String> content = get("/api/v1/events/" + event + "/content");

        assertThat(shown.path("size").asInt()).isEqualTo(25);
        assertThat(shown.path("transport").asString()).isEqualTo("mqtt");
        assertThat(content.body()).isEqualTo("<script>alert(1)</script>");
        assertThat(content.headers().firstValue("Content-Type"))
                .hasValue("application/octet-stream");
        assertThat(content.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"event-%s.bin\"".formatted(event));
        assertThat(content.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void an_event_that_is_not_there_is_told_apart_from_an_id_that_is_none() {
        refused(get("/api/v1/events/0000000000001"), 404, "EVENT_NOT_FOUND");
        refused(get("/api/v1/events/0000000000001/content"), 404, "EVENT_NOT_FOUND");
        refused(get("/api/v1/events/0000000000000"), 400, "BAD_PARAMETER");
        refused(get("/api/v1/events/zzzzzzzzzzzzz"), 400, "BAD_PARAMETER");
        refused(get("/api/v1/events/" + "1".repeat(2000)), 400, "BAD_PARAMETER");
    }

    private Event eventOf(HttpResponse<String> accepted) {
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        RunId run = RunId.parse(json(accepted).path("run_id").asString());
        return node.runs.run(run).orElseThrow().event();
    }
}
