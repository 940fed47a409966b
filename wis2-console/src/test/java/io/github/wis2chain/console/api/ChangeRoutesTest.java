package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.people.AccessSecret;
import io.github.wis2chain.engine.people.AccessToken;
import io.github.wis2chain.engine.people.Account;
import io.github.wis2chain.engine.people.Deed;
import io.github.wis2chain.engine.people.PasswordHash;
import io.github.wis2chain.engine.people.Role;
import io.github.wis2chain.engine.people.Session;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Listens over HTTP as a browser does.
final class ChangeRoutesTest extends ApiTest {

    private static final JsonNode DOCUMENT = new YAMLMapper().readTree(OpenApi.document());

    private static final Map<String, String> SCHEMAS =
            Map.of(
                    "run", "RunChange",
                    "notification", "NotificationChange",
                    "source", "SourceChange",
                    "dataset", "DatasetChange",
                    "part", "PartChange",
                    "bulk", "BulkChange",
                    "summary", "ChangeSummary");

    private final List<Stream<String>> open = new ArrayList<>();

    @AfterEach
    void hangUp() {
        open.forEach(Stream::close);
    }

    @Test
    void a_run_is_told_from_its_acceptance_to_its_repair() {
        Ear ear = listen();
        JsonNode accepted = json(post("/api/v1/events", "{}"));
        ear.hears("run", "accepted");

        RunId run = failed("{\"other\":1}");
        ear.hears(
                "run",
                "\"id\":\"%s\",\"what\":\"ended\"".formatted(accepted.path("run_id").asString()));
        ear.hears("run", "\"id\":\"%s\",\"what\":\"ended\",\"state\":\"failed\"".formatted(run));
        postJson("/api/v1/runs/" + run + "/notes", "{\"text\":\"Seen.\"}");
        ear.hears("run", " did note: Seen.");
        JsonNode corrected = json(post("/api/v1/runs/" + run + "/edit", "{\"right\":1}"));
        ear.hears("run", "\"what\":\"edit\",\"state\":\"discarded\"");
        ear.hears("run", corrected.path("run_id").asString());
    }

    @Test
    void sources_and_parts_are_told_when_their_state_changes() {
        Ear ear = listen();
        Awaitility.await().until(() -> node.asked.get() > 0);
        post("/api/v1/sources/argo-files/pause", "");
        node.broker = HealthPart.Health.unwell("No connection.", "Connect it.");

        ear.hears("source", "\"state\":\"paused\"");
        ear.hears("part", "\"name\":\"broker\",\"healthy\":false");
    }

    @Test
    void a_dataset_is_told_when_it_is_paused_and_when_it_goes_on() {
        Ear ear = listen();
        Awaitility.await().until(() -> node.asked.get() > 0);

        post("/api/v1/datasets/argo-bufr/pause", "");
        ear.hears("dataset", "\"name\":\"argo-bufr\",\"state\":\"paused\"");
        post("/api/v1/datasets/argo-bufr/resume", "");

        ear.hears("dataset", "\"name\":\"argo-bufr\",\"state\":\"running\"");
    }

    @Test
    void many_runs_that_are_acted_upon_together_are_told_as_one_change() {
        RunId first = failed("{\"n\":1}");
        RunId second = failed("{\"n\":2}");
        Ear ear = listen();

        postJson(
                "/api/v1/runs/actions",
                "{\"action\":\"discard\",\"reason\":\"Old.\",\"runs\":[\"%s\",\"%s\"]}"
                        .formatted(first, second));
        postJson(
                "/api/v1/runs/actions",
                "{\"action\":\"note\",\"text\":\"Seen.\",\"dry_run\":true,\"runs\":[\"%s\"]}"
                        .formatted(first));
        postJson(
                "/api/v1/runs/actions",
                "{\"action\":\"note\",\"text\":\"Seen.\",\"runs\":[\"%s\"]}".formatted(first));

        ear.hears("bulk", "did note to 1 runs");
        assertThat(ear.told("bulk"))
                .hasSize(2)
                .first()
                .asString()
                .contains("\"what\":\"discard\",\"runs\":2");
    }

    @Test
    void one_that_comes_back_is_told_what_it_missed_and_nothing_else() {
        Ear ear = listen();
        post("/api/v1/events", "{\"n\":1}");
        ear.hears("summary", "\"accepted\":1");
        String last = ear.lastId();
        JsonNode missed = json(post("/api/v1/events", "{\"n\":2}"));
        Awaitility.await().until(() -> ear.told("summary").size() == 2);

        Ear again = listen("Last-Event-ID", last);

        again.hears("summary", "\"accepted\":1");
        assertThat(again.told("run"))
                .singleElement()
                .asString()
                .contains(missed.path("run_id").asString());
        assertThat(again.lastId()).isEqualTo(ear.lastId());
    }

    @Test
    void one_that_comes_back_after_a_restart_is_told_to_load_anew() {
        listen("Last-Event-ID", "earlier-7").hears("reset", "started again");
        listen("Last-Event-ID", "?").hears("reset", "Load everything");
    }

    @Test
    void what_is_told_has_the_members_that_are_documented() {
        Ear ear = listen();
        Awaitility.await().until(() -> node.asked.get() > 0);
        failed("{\"a\":1}");
        RunId published = waiting("{\"a\":2}");
        node.changes()
                .published(
                        published, node.runs.run(published).orElseThrow().event(), aNotification());
        node.changes().actedTogether(new Act("retry", "ann", "", Instant.now()), 7);
        post("/api/v1/sources/argo-files/pause", "");
        post("/api/v1/datasets/argo-bufr/pause", "");
        node.broker = HealthPart.Health.unwell("No connection.", "Connect it.");
        Awaitility.await()
                .until(() -> SCHEMAS.keySet().stream().noneMatch(name -> ear.told(name).isEmpty()));

        List<String> differences = new ArrayList<>();
        SCHEMAS.forEach((name, schema) ->
                ear.told(name)
                        .forEach(data ->
                                Shape.compare(
                                        DOCUMENT,
                                        DOCUMENT.at("/components/schemas/" + schema),
                                        JSON.readTree(data),
                                        name,
                                        differences)));
        assertThat(differences).isEmpty();
    }

    @Test
    void the_stream_ends_when_the_node_does() {
        Ear ear = listen();

        server.close();

        ear.ends();
    }

    @Test
    void the_stream_ends_when_the_right_to_it_has_gone() {
        var secret = AccessSecret.fresh("wis2t_");
        node.known.add(token("reader", secret), deed("token-create")).join();
        Ear ear = listenWith("Authorization", bearer(secret));
        Ear other = listen();

        node.known.revoke("reader", deed("token-revoke")).join();
        node.ahead = Duration.ofSeconds(11);
        RunId run = waiting("{}");
        node.changes().acted(node.runs.run(run).orElseThrow().summary(), act());

        ear.ends();
        other.hears("run", run.toString());
        assertThat(ear.told("run")).isEmpty();
    }

    @Test
    void the_stream_of_a_session_ends_with_it_and_does_not_keep_it_alive() {
        Instant begun = Instant.now().minus(Duration.ofHours(1));
        var secret = AccessSecret.fresh("wis2s_");
        var session = new Session(secret.hash(), "vera", begun, begun);
        var password = PasswordHash.of(new char[12]);
        node.known
                .add(new Account("vera", Role.VIEWER, password, true, begun), deed("user-add"))
                .join();
        node.known.begin(session, password, deed("sign-in")).join();
        Ear ear =
                listenWith("Cookie", "wis2_session_%d=%s".formatted(server.port(), secret.text()));
        Instant used = node.known.session(secret.hash()).orElseThrow().usedAt();

        node.ahead = Duration.ofMinutes(2);
        RunId run = waiting("{}");
        node.changes().acted(node.runs.run(run).orElseThrow().summary(), act());
        ear.hears("run", run.toString());
        assertThat(node.known.session(secret.hash()).orElseThrow().usedAt()).isEqualTo(used);
        node.known.end(session, deed("sign-out")).join();
        node.ahead = Duration.ofMinutes(4);
        node.changes().acted(node.runs.run(run).orElseThrow().summary(), act());

        ear.ends();
    }

    private static AccessToken token(String name, AccessSecret secret) {
        return new AccessToken(
                name,
                Role.VIEWER,
                secret.hash(),
                "test",
                Instant.now(),
                Optional.empty(),
                Optional.empty());
    }

    private static Deed deed(String kind) {
        return new Deed(kind, "reader", "test", "", "", Instant.now());
    }

    private static Act act() {
        return new Act("note", "ann", "Seen.", Instant.now());
    }

    private Ear listen(String... headers) {
        return listenWith(
                Stream.concat(
                                Stream.of("Authorization", bearer(server.localAccess())),
                                Arrays.stream(headers))
                        .toArray(String[]::new));
    }

    private static String bearer(AccessSecret secret) {
        return "Bearer " + secret.text();
    }

    private Ear listenWith(String... headers) {
        var request = HttpRequest.newBuilder(at("/api/v1/changes")).headers(headers);
        HttpResponse<Stream<String>> response =
                client.sendAsync(request.build(), BodyHandlers.ofLines()).join();
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/event-stream");
        open.add(response.body());
        var ear = new Ear(response.body());
        if (headers.length == 2) {
            ear.hears("hello", "from here on");
        }
        return ear;
    }

    private static Ready aNotification() {
        return new Ready(
                "n-1",
                "argo-bufr",
                "argo/a.bufr",
                "origin/a/wis2",
                "canonical",
                "sha512:x",
                Payload.ofText("{}"),
                Instant.now(),
                Optional.empty());
    }
}
