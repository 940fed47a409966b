package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.chain.RecordingPublisher;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

final class RepublicationTest extends ApiTest {

    @Test
    void a_notification_goes_out_once_more_with_the_same_bytes_and_is_in_the_audit() {
        RunId run = succeeded("one", "n-1");
        Ready before = node.sent.find("n-1").orElseThrow().notification();

        JsonNode answer = json(post("/api/v1/notifications/n-1/republish", ""));

        assertThat(node.publisher.sent())
                .containsExactly(new RecordingPublisher.Sent(before.topic(), before.message()));
        assertThat(answer.path("run_id").asString()).isEqualTo(run.toString());
        assertThat(answer.path("broker").asString()).isEqualTo("test");
        assertThat(node.sent.find("n-1").orElseThrow().notification()).isEqualTo(before);
        JsonNode act = json(get("/api/v1/audit?kind=republish")).at("/items/0");
        assertThat(act.path("run_id").asString()).isEqualTo(run.toString());
        assertThat(act.path("text").asString()).contains("n-1");
    }

    @Test
    void one_whose_place_another_has_taken_is_not_sent_again() {
        succeeded("one", "n-1");
        succeeded("two", "n-2");

        refused(post("/api/v1/notifications/n-1/republish", ""), 409, "NOTIFICATION_STATE");

        assertThat(node.publisher.sent()).isEmpty();
        assertThat(json(get("/api/v1/audit")).path("items")).isEmpty();
    }

    @Test
    void a_newer_version_of_the_data_is_sent_behind_it() throws Exception {
        succeeded("one", "n-1");
        Ready before = node.sent.find("n-1").orElseThrow().notification();
        Payload newer = Payload.ofText("newer");
        node.runs.holdCommits();
        var answer =
                CompletableFuture.supplyAsync(
                        () -> post("/api/v1/notifications/n-1/republish", ""));
        Awaitility.await().until(() -> node.runs.uncommitted() == 1);

        Thread run =
                Thread.ofPlatform()
                        .start(() -> {
                            try (var _ =
                                    node.turns()
                                            .takeFor(before.thing(), Duration.ofMinutes(1))
                                            .orElseThrow()) {
                                var _ = node.publisher.publish(before.topic(), newer);
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
        Awaitility.await()
                .until(() ->
                        run.getState() == Thread.State.TIMED_WAITING
                                || run.getState() == Thread.State.TERMINATED);
        node.runs.commit();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        run.join();
        assertThat(node.publisher.sent())
                .extracting(RecordingPublisher.Sent::message)
                .containsExactly(before.message(), newer);
    }

    @Test
    void one_that_no_broker_has_is_left_to_its_run() {
        RunId run = waiting("one");
        var ready =
                new Ready(
                        "n-1",
                        "argo-bufr",
                        "argo/a.bufr",
                        "origin/a/wis2",
                        "canonical",
                        "sha512:x",
                        Payload.ofText("{}"),
                        Instant.now(),
                        Optional.empty());
        node.sent.store(run, List.of(ready)).join();

        refused(post("/api/v1/notifications/n-1/republish", ""), 409, "NOTIFICATION_STATE");
        refused(post("/api/v1/notifications/n-9/republish", ""), 404, "NOTIFICATION_NOT_FOUND");

        assertThat(node.publisher.sent()).isEmpty();
    }

    @Test
    void a_broker_that_does_not_take_it_is_told_of_and_the_act_is_kept() {
        succeeded("one", "n-1");
        node.publisher.thenFail(
                Failure.temporary(FailureCode.BROKER_UNAVAILABLE, "There is no connection."));

        refused(post("/api/v1/notifications/n-1/republish", ""), 502, "NOT_PUBLISHED");

        assertThat(json(get("/api/v1/audit?kind=republish")).path("items")).hasSize(1);
    }
}
