package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.run.RunFilter;
import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// What a key does to a call, over a real server.
final class KeyedCallsTest extends ApiTest {

    private static final String KEY = "8e03978e-40d5-43dd-bc93-6894a57f9324";

    @Test
    void an_event_sent_twice_with_a_key_is_kept_once_and_answered_alike() {
        HttpResponse<String> first = keyed("/api/v1/events", KEY, "{\"a\":1}");
        HttpResponse<String> second = keyed("/api/v1/events", KEY, "{\"a\":1}");

        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"))
                .isPresent();
        assertThat(second.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void without_a_key_nothing_is_remembered() {
        post("/api/v1/events", "{\"a\":1}");
        post("/api/v1/events", "{\"a\":1}");

        assertThat(runs()).isEqualTo(2);
        assertThat(node.requests.size()).isZero();
    }

    @Test
    void a_key_in_quotes_is_the_key_without_them() {
        keyed("/api/v1/events", KEY, "{\"a\":1}");

        HttpResponse<String> second = keyed("/api/v1/events", '"' + KEY + '"', "{\"a\":1}");

        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void another_body_query_header_or_path_with_the_same_key_is_refused() {
        keyed("/api/v1/events", KEY, "{\"a\":1}");

        refused(keyed("/api/v1/events", KEY, "{\"a\":2}"), 422, "IDEMPOTENCY_KEY_USED");
        refused(keyed("/api/v1/events?source=x", KEY, "{\"a\":1}"), 422, "IDEMPOTENCY_KEY_USED");
        refused(
                post("/api/v1/events", "{\"a\":1}", "Idempotency-Key", KEY, "ce-id", "2"),
                422,
                "IDEMPOTENCY_KEY_USED");
        refused(keyed("/api/v1/notifications", KEY, "{\"a\":1}"), 422, "IDEMPOTENCY_KEY_USED");
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void callers_do_not_share_keys() {
        keyed("/api/v1/events", KEY, "{\"a\":1}");

        HttpResponse<String> other =
                sendAs(
                        Optional.of(tokenOf("feeder")),
                        "/api/v1/events",
                        request ->
                                request.header("Idempotency-Key", KEY)
                                        .POST(BodyPublishers.ofString("{\"a\":1}")));

        assertThat(other.statusCode()).isEqualTo(202);
        assertThat(other.headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(runs()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"a", "a b", "a\\b", "\"a\"b\""})
    void a_key_of_another_form_is_refused(String key) {
        refused(keyed("/api/v1/events", key, "{\"a\":1}"), 400, "BAD_IDEMPOTENCY_KEY");
        assertThat(runs()).isZero();
    }

    @Test
    void a_key_has_at_most_128_characters_and_is_there_once() {
        assertThat(keyed("/api/v1/events", "k".repeat(128), "{}").statusCode()).isEqualTo(202);
        refused(keyed("/api/v1/events", "k".repeat(129), "{}"), 400, "BAD_IDEMPOTENCY_KEY");
        refused(
                post("/api/v1/events", "{}", "Idempotency-Key", "a", "Idempotency-Key", "b"),
                400,
                "BAD_IDEMPOTENCY_KEY");
    }

    @Test
    void a_note_is_written_once() {
        RunId run = failed("{\"a\":1}");
        String path = "/api/v1/runs/" + run + "/notes";

        HttpResponse<String> first = keyedJson(path, "{\"text\":\"Seen.\"}");
        HttpResponse<String> second = keyedJson(path, "{\"text\":\"Seen.\"}");

        assertThat(second.body()).isEqualTo(first.body());
        assertThat(node.runs.run(run).orElseThrow().acts()).hasSize(1);
    }

    @Test
    void a_refusal_is_an_answer_too() {
        RunId run = waiting("{\"a\":1}");
        String path = "/api/v1/runs/" + run + "/discard";
        HttpResponse<String> first = keyedJson(path, "{}");
        refused(first, 400, "BAD_PARAMETER");

        HttpResponse<String> second = keyedJson(path, "{}");

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(second.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
    }

    @Test
    void a_failure_of_the_node_is_forgotten_and_can_be_tried_again() {
        node.defect = Optional.of(new IllegalStateException("a defect"));
        HttpResponse<String> failed = keyed("/api/v1/datasets/argo-bufr/pause", KEY, "");
        node.defect = Optional.empty();

        HttpResponse<String> second = keyed("/api/v1/datasets/argo-bufr/pause", KEY, "");

        assertThat(failed.statusCode()).isEqualTo(500);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.headers().firstValue("Idempotent-Replayed")).isEmpty();
    }

    @Test
    void the_same_request_is_refused_while_the_first_is_being_worked_on() {
        succeeded("{\"a\":1}", "n-1");
        var delivery = new CompletableFuture<Delivery>();
        node.publisher.thenAnswer(delivery);
        var first =
                client.sendAsync(
                        HttpRequest.newBuilder(at("/api/v1/notifications/n-1/republish"))
                                .header("Authorization", "Bearer " + server.localAccess().text())
                                .header("Idempotency-Key", KEY)
                                .POST(BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        await().until(() -> node.requests.size() == 1);

        HttpResponse<String> second = keyed("/api/v1/notifications/n-1/republish", KEY, "");

        refused(second, 409, "REQUEST_UNDER_WAY");
        assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
        delivery.complete(new Delivery(Instant.now(), "embedded", "SUCCESS"));
        assertThat(first.join().statusCode()).isEqualTo(200);
        assertThat(keyed("/api/v1/notifications/n-1/republish", KEY, "").body())
                .isEqualTo(first.join().body());
    }

    @Test
    void what_was_under_way_when_the_node_ended_is_not_done_by_itself() {
        RunId run = failed("{\"a\":1}");
        String path = "/api/v1/runs/" + run + "/notes";
        node.requests.loseAnswers();
        keyedJson(path, "{\"text\":\"Seen.\"}");
        node.requests.interrupt();

        refused(keyedJson(path, "{\"text\":\"Seen.\"}"), 409, "REQUEST_UNFINISHED");
        assertThat(node.runs.run(run).orElseThrow().acts()).hasSize(1);
    }

    @Test
    void an_event_that_was_under_way_when_the_node_ended_is_taken_again() {
        node.requests.loseAnswers();
        keyed("/api/v1/events", KEY, "{\"a\":1}");
        node.requests.interrupt();

        assertThat(keyed("/api/v1/events", KEY, "{\"a\":1}").statusCode()).isEqualTo(202);
    }

    @Test
    void the_secret_of_a_token_is_not_shown_again() {
        String wish = "{\"name\":\"feeder\",\"role\":\"operator\"}";
        HttpResponse<String> first = keyedJson("/api/v1/tokens", wish);
        HttpResponse<String> second = keyedJson("/api/v1/tokens", wish);

        assertThat(first.statusCode()).isEqualTo(201);
        refused(second, 409, "ANSWER_NOT_KEPT");
        assertThat(second.headers().firstValue("Idempotent-Replayed")).hasValue("true");
        assertThat(second.body()).doesNotContain(json(first).path("token").asString());
        assertThat(node.known.tokens()).hasSize(1);
    }

    @Test
    void an_account_is_added_once_and_its_password_is_part_of_the_request() {
        String ada = "{\"name\":\"ada\",\"role\":\"admin\",\"password\":\"0123456789\"}";
        HttpResponse<String> first = keyedJson("/api/v1/users", ada);

        assertThat(keyedJson("/api/v1/users", ada).body()).isEqualTo(first.body());
        refused(
                keyedJson("/api/v1/users", ada.replace("0123456789", "0123456780")),
                422,
                "IDEMPOTENCY_KEY_USED");
        assertThat(node.known.accounts()).hasSize(1);
    }

    @Test
    void a_check_keeps_nothing_with_a_key_either() {
        keyed("/api/v1/events/check", KEY, "good");

        assertThat(node.requests.size()).isZero();
    }

    @Test
    void a_body_larger_than_its_route_takes_is_refused_with_a_key_too() {
        RunId run = failed("{\"a\":1}");

        refused(
                keyed("/api/v1/runs/" + run + "/edit", KEY, "x".repeat(4097)),
                413,
                "BODY_TOO_LARGE");
        refused(keyed("/api/v1/events", KEY, "x".repeat(8193)), 413, "BODY_TOO_LARGE");
    }

    private HttpResponse<String> keyed(String path, String key, String body) {
        return post(path, body, "Idempotency-Key", key);
    }

    private HttpResponse<String> keyedJson(String path, String body) {
        return post(path, body, "Idempotency-Key", KEY, "Content-Type", "application/json");
    }

    private int runs() {
        return node.runs.runs(RunFilter.ALL, Optional.empty(), 100).size();
    }

    private AccessSecret tokenOf(String name) {
        var secret = AccessSecret.fresh("wis2t_");
        Instant now = Instant.now();
        var token =
                new AccessToken(
                        name,
                        Role.OPERATOR,
                        secret.hash(),
                        "test",
                        now,
                        Optional.empty(),
                        Optional.empty());
        node.known.add(token, new Deed("token-create", name, "test", "", "", now)).join();
        return secret;
    }
}
