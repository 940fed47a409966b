package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

class EventSendCommandTest {

    private static final String RECEIPT =
            "{\"event_id\": \"e\", \"run_id\": \"" + Runs.ID + "\", \"duplicate\": false}";

    @TempDir private Path folder;

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void files_folders_and_standard_input_are_sent_as_they_are() throws IOException {
        node.on("POST /api/v1/events", 202, RECEIPT);
        Files.createDirectory(folder.resolve("d"));
        Files.writeString(folder.resolve("d/2.json"), "two");
        Files.writeString(folder.resolve("d/1.json"), "one");
        Files.writeString(folder.resolve("d/.hidden"), "no");
        Path single = Files.writeString(folder.resolve("s.json"), "{ }");

        var result =
                type().input("in")
                        .run(
                                "event",
                                "send",
                                folder.resolve("d").toString(),
                                single.toString(),
                                "-");

        assertThat(result.code()).isZero();
        assertThat(node.requests().stream().map(FakeNode.Request::body))
                .containsExactly("one", "two", "{ }", "in");
        assertThat(node.calls()).allMatch(call -> call.endsWith("?source=http"));
        assertThat(result.out()).contains("1.json: run " + Runs.ID).hasLineCount(4);
    }

    @Test
    void waiting_tells_how_each_run_ended() throws IOException {
        node.on("POST /api/v1/events", 202, RECEIPT)
                .on("GET /api/v1/runs/" + Runs.ID, 200, Runs.in("failed"));
        Path file = Files.writeString(folder.resolve("e.json"), "{}");

        var result = type().run("event", "send", file.toString(), "--wait");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).contains("is failed: Step verify-data failed (LINK_STATUS)");
    }

    @Test
    void a_file_that_is_refused_keeps_no_other_from_being_sent_and_waited_for() throws IOException {
        node.on("POST /api/v1/events", 400, "{\"detail\": \"no bytes\", \"code\": \"EMPTY_EVENT\"}")
                .on("POST /api/v1/events", 202, RECEIPT)
                .on(
                        "POST /api/v1/events",
                        413,
                        "{\"detail\": \"16 MiB\", \"code\": \"BODY_TOO_LARGE\"}")
                .on("GET /api/v1/runs/" + Runs.ID, 200, Runs.in("succeeded"));
        for (String name : List.of("1.json", "2.json", "3.json")) {
            Files.writeString(folder.resolve(name), name);
        }

        var result = type().run("event", "send", folder.toString(), "--wait");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .contains("1.json was not taken: no bytes (EMPTY_EVENT)")
                .contains("3.json was not taken: 16 MiB (BODY_TOO_LARGE)");
        assertThat(result.out())
                .contains("2.json: run " + Runs.ID)
                .doesNotContain("1.json", "3.json");
    }

    @Test
    void a_source_that_there_is_not_is_wrong_use_and_told_once() throws IOException {
        node.on(
                "POST /api/v1/events",
                404,
                "{\"detail\": \"There is no source [a].\", \"code\": \"SOURCE_NOT_FOUND\"}");
        Files.writeString(folder.resolve("1.json"), "one");
        Files.writeString(folder.resolve("2.json"), "two");

        var result = type().run("event", "send", folder.toString(), "--source", "a");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("There is no source [a].");
        assertThat(node.calls()).hasSize(1);
    }

    @Test
    void a_node_that_is_behind_is_asked_again() throws IOException {
        node.on("POST /api/v1/events", 503, "{\"detail\": \"later\", \"code\": \"BUSY\"}")
                .on("POST /api/v1/events", 202, RECEIPT);
        Path file = Files.writeString(folder.resolve("e.json"), "{}");

        assertThat(type().run("event", "send", file.toString(), "--json").out())
                .isEqualToIgnoringNewLines(
                        "{\"file\":\""
                                + file
                                + "\",\"event_id\":\"e\",\"run_id\":\""
                                + Runs.ID
                                + "\",\"duplicate\":false}");
        assertThat(node.calls()).hasSize(2);
    }

    @Test
    void a_node_that_takes_nothing_is_given_up_and_how_far_it_came_is_told() throws IOException {
        node.on("POST /api/v1/events", 202, RECEIPT)
                .on("POST /api/v1/events", 503, "{\"detail\": \"full\", \"code\": \"BUSY\"}")
                .on("GET /api/v1/runs/" + Runs.ID, 200, Runs.in("succeeded"));
        for (String name : List.of("1.json", "2.json", "3.json", "4.json")) {
            Files.writeString(folder.resolve(name), name);
        }

        var result = type().run("event", "send", folder.toString(), "--wait");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("2.json was not taken: full (BUSY)", "1 of 4")
                .doesNotContain("3.json");
        assertThat(result.out()).contains("1.json: run " + Runs.ID + " is succeeded");
        assertThat(node.requests().stream().map(FakeNode.Request::body))
                .doesNotContain("3.json", "4.json");
    }

    @Test
    void what_was_taken_is_told_when_the_node_goes_away() throws IOException {
        node.on("POST /api/v1/events", 202, RECEIPT).breaking("POST /api/v1/events");
        for (String name : List.of("1.json", "2.json", "3.json")) {
            Files.writeString(folder.resolve(name), name);
        }

        var result = type().run("event", "send", folder.toString(), "--wait");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("1.json: run " + Runs.ID, "taken before: 1 of 3", "no node answers");
        assertThat(node.requests().stream().map(FakeNode.Request::body)).doesNotContain("3.json");
    }

    @Test
    void runs_whose_end_is_awaited_are_told_when_the_node_goes_away() throws IOException {
        String next = Runs.EVENT;
        node.on("POST /api/v1/events", 202, RECEIPT)
                .on("POST /api/v1/events", 202, RECEIPT.replace(Runs.ID, next))
                .on("GET /api/v1/runs/" + Runs.ID, 200, Runs.in("succeeded"))
                .breaking("GET /api/v1/runs/" + next);
        for (String name : List.of("1.json", "2.json", "3.json")) {
            Files.writeString(folder.resolve(name), name);
        }

        var result = type().run("event", "send", folder.toString(), "--wait");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.out()).contains("1.json: run " + Runs.ID + " is succeeded");
        assertThat(result.err())
                .contains(
                        "2.json: run " + next + "; how it ends is not known",
                        "3.json: run " + next + "; how it ends is not known",
                        "no node answers")
                .doesNotContain("1.json");
    }

    @Test
    void what_is_sent_again_over_a_broken_connection_has_the_same_key() throws IOException {
        node.breaking("POST /api/v1/events").on("POST /api/v1/events", 202, RECEIPT);
        Path file = Files.writeString(folder.resolve("e.json"), "{}");

        assertThat(type().run("event", "send", file.toString()).code()).isZero();
        assertThat(type().run("event", "send", file.toString()).code()).isZero();

        List<String> keys = keys();
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(keys.get(1)).isEqualTo(keys.getFirst());
        assertThat(keys.get(2)).isNotEqualTo(keys.getFirst());
    }

    @Test
    void a_request_that_the_node_still_works_on_is_sent_again_with_its_key() throws IOException {
        node.on(
                        "POST /api/v1/events",
                        409,
                        "{\"detail\": \"wait\", \"code\": \"REQUEST_UNDER_WAY\"}")
                .on("POST /api/v1/events", 202, RECEIPT);
        Path file = Files.writeString(folder.resolve("e.json"), "{}");

        assertThat(type().run("event", "send", file.toString()).code()).isZero();

        assertThat(keys()).hasSize(2);
        assertThat(Set.copyOf(keys())).hasSize(1);
    }

    private List<String> keys() {
        return node.requests().stream()
                .map(request -> request.headers().get("Idempotency-key"))
                .toList();
    }

    @Test
    void an_event_is_made_for_a_data_file() throws IOException {
        Path data = Files.writeString(folder.resolve("IOPX01.BU"), "abc");

        var result =
                type().run(
                                "event",
                                "send",
                                "--dry-run",
                                "--data",
                                data.toString(),
                                "--href",
                                "https://data.example/bufr/IOPX01.BU",
                                "--subject",
                                "diffusion/files/coriolis/argo/bufr",
                                "--time",
                                "2024-11-09T21:08:00Z",
                                "--point",
                                "21.06,-36.3");

        JsonNode event = new JsonMapper().readTree(result.out());
        assertThat(event.path("specversion").asString()).isEqualTo("1.0");
        assertThat(event.path("subject").asString())
                .isEqualTo("diffusion/files/coriolis/argo/bufr");
        JsonNode item = event.path("data");
        assertThat(item.path("geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[21.06,-36.3]}");
        assertThat(item.at("/properties/datetime").asString()).isEqualTo("2024-11-09T21:08:00Z");
        JsonNode asset = item.path("assets").path("IOPX01.BU");
        assertThat(asset.path("type").asString()).isEqualTo("application/bufr");
        assertThat(asset.path("file:size").asInt()).isEqualTo(3);
        assertThat(asset.path("file:checksum").asString())
                .isEqualTo("1220ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void wrong_use_is_told_before_anything_is_sent() throws IOException {
        Path data = Files.writeString(folder.resolve("a.nc"), "abc");
        String[] made = {
            "event", "send", "--data", data.toString(), "--href", "https://a.example/b"
        };

        assertThat(type().run("event", "send").code()).isEqualTo(2);
        assertThat(type().run(and(made, "--point", "200,0")).code()).isEqualTo(2);
        assertThat(type().run(and(made, "--point", "1")).err()).contains("--point [1] must be");
        assertThat(type().run(and(made, "--time", "today")).err()).contains("--time [today]");
        assertThat(type().run("event", "send", folder + "/none.json").code()).isEqualTo(3);
        assertThat(node.calls()).isEmpty();
    }

    private static String[] and(String[] arguments, String... more) {
        var all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
