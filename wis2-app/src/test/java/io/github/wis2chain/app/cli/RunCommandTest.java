package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;

class RunCommandTest {

    private static final String PATH = "/api/v1/runs/" + Runs.ID;

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void list_shows_a_page_and_how_to_go_on() {
        node.on(
                "GET /api/v1/runs",
                200,
                "{\"items\": [" + Runs.in("failed") + "], \"next\": \"" + Runs.ID + "\"}");

        var result =
                type().run("run", "list", "--state", "failed", "--search", "a b", "--limit", "7");

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(Runs.ID, "failed", "2026-11-23 21:04:05", "argo-bufr", "LINK_STATUS");
        assertThat(result.err()).contains("--before " + Runs.ID);
        assertThat(node.calls()).containsExactly("GET /api/v1/runs?state=failed&q=a%20b&limit=7");
    }

    @Test
    void list_without_a_match_prints_nothing_to_standard_output() {
        node.on("GET /api/v1/runs", 200, "{\"items\": [], \"next\": null}");

        var result = type().run("run", "list");

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("No run matches.");
    }

    @Test
    void list_goes_on_behind_a_page_on_which_a_search_has_found_nothing_yet() {
        node.on("GET /api/v1/runs", 200, "{\"items\": [], \"next\": \"" + Runs.ID + "\"}");

        var result = type().run("run", "list", "--search", "a.bufr");

        assertThat(result.err())
                .contains("go on with --before " + Runs.ID)
                .doesNotContain("No run matches.");
    }

    @Test
    void show_says_first_what_is_wrong_and_what_to_do() {
        node.on("GET " + PATH, 200, Runs.in("failed"));

        var result = type().run("run", "show", Runs.ID);

        assertThat(result.code()).isZero();
        assertThat(result.out().lines().toList().subList(0, 2))
                .containsExactly(
                        "Run " + Runs.ID + " is failed.",
                        "Step verify-data failed (LINK_STATUS): /links/0 answered 404. Put the file"
                                + " where the link points to, then retry.");
        assertThat(result.out())
                .contains("read-event         1.3 ms  done")
                .contains("verify-data       31.0 ms  failed LINK_STATUS")
                .containsPattern("publish +not reached")
                .contains(
                        "fault at /links/0: 404 found, 200 required. Write a link that works"
                                + " instead.")
                .contains("not acknowledged yet")
                .contains("note by alice: asked for the file")
                .contains("Corrected by run 0N3K5Q8R7T2WZ")
                .contains("wis2 run retry " + Runs.ID)
                .contains("wis2 run discard " + Runs.ID + " --reason TEXT");
    }

    @Test
    void show_can_print_the_log() {
        node.on("GET " + PATH + "/log", 200, "2026-11-25T00:00:00Z info Run x: Received.\n");

        assertThat(type().run("run", "show", Runs.ID, "--log").out())
                .isEqualTo("2026-11-25T00:00:00Z info Run x: Received.\n");
        assertThat(node.requests().getFirst().headers()).containsEntry("Accept", "text/plain");
    }

    @Test
    void watch_prints_changes_until_the_node_ends() {
        node.on(
                "GET /api/v1/changes",
                200,
                """
                event: hello
                data: {"text":"Changes are told from here on."}

                : still here

                id: n-1
                event: run
                data: {"id":"0N3K5Q8R7T2WX","what":"ended","state":"failed","text":"404.","at":"2026-11-25T00:00:00Z"}

                event: summary
                data: {"accepted":9,"published":8,"failed":1,"omitted":7,"at":"2026-11-25T00:00:00Z"}

                """);

        var result = type().run("run", "watch");

        assertThat(result.code()).isZero();
        assertThat(result.out().lines())
                .containsExactly(
                        "Changes are told from here on.",
                        "2026-11-25 00:00:00  run 0N3K5Q8R7T2WX  ended failed  404.",
                        "2026-11-25 00:00:00  and 7 more: 9 accepted, 8 published, 1 failed in this"
                                + " moment");
        assertThat(type().run("run", "watch", "--json").out()).contains("\"event\":\"run\"");
    }

    @Test
    void show_can_print_the_event_alone_and_the_answer_as_json() {
        node.on("GET " + PATH, 200, Runs.in("failed"))
                .on("GET /api/v1/events/" + Runs.EVENT + "/content", 200, "{not json");

        assertThat(type().run("run", "show", Runs.ID, "--event").out()).isEqualTo("{not json");
        assertThat(type().run("run", "show", Runs.ID, "--json").out())
                .startsWith("{\"id\":\"" + Runs.ID)
                .hasLineCount(1);
    }

    @Test
    void retry_waits_for_the_end_and_tells_it_by_its_exit_code() {
        node.on("POST " + PATH + "/retry", 200, Runs.in("waiting"))
                .on("GET " + PATH, 200, Runs.in("running"))
                .on("GET " + PATH, 200, Runs.in("succeeded"));

        assertThat(type().run("run", "retry", Runs.ID, "--wait").code()).isZero();

        node.on("GET " + PATH, 200, Runs.in("failed"));
        var failed = type().run("run", "retry", Runs.ID, "--wait");
        assertThat(failed.code()).isZero();
        failed = type().run("run", "retry", Runs.ID, "--wait");
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.out()).contains("It is failed: Step verify-data failed");
    }

    @Test
    void a_run_that_does_not_end_in_time_is_undecided() {
        node.on("POST " + PATH + "/retry", 200, Runs.in("waiting"))
                .on("GET " + PATH, 200, Runs.in("waiting"));

        assertThat(type().run("run", "retry", Runs.ID, "--wait", "--patience", "10ms").code())
                .isEqualTo(3);
    }

    @Test
    void discard_sends_the_reason() {
        node.on("POST " + PATH + "/discard", 200, Runs.in("discarded"));

        var result = type().run("run", "discard", Runs.ID, "--reason", "test file");

        assertThat(result.code()).isZero();
        assertThat(node.requests().getFirst().body()).isEqualTo("{\"reason\":\"test file\"}");
    }

    @Test
    void discard_without_a_reason_is_wrong_usage() {
        var result = type().run("run", "discard", Runs.ID);

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--reason");
        assertThat(node.calls()).isEmpty();
    }

    @Test
    void note_sends_the_text() {
        node.on("POST " + PATH + "/notes", 200, Runs.in("failed"));

        assertThat(type().run("run", "note", Runs.ID, "asked").code()).isZero();
        assertThat(node.requests().getFirst().body()).isEqualTo("{\"text\":\"asked\"}");
    }

    @Test
    void a_refusal_is_told_in_the_node_s_words_with_its_code() {
        node.on(
                "POST " + PATH + "/retry",
                409,
                "{\"detail\": \"run succeeded; nothing to retry\", \"code\": \"RUN_STATE\"}");

        var result = type().run("run", "retry", Runs.ID);

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .isEqualToIgnoringNewLines("wis2: run succeeded; nothing to retry (RUN_STATE)");
        assertThat(type().run("run", "show", "none").code()).isEqualTo(3);
    }

    @Test
    void a_run_that_is_refused_does_not_stand_in_the_way_of_the_others() {
        for (String action : List.of("retry", "discard")) {
            node.on(
                            "POST /api/v1/runs/0000000000001/" + action,
                            409,
                            "{\"detail\": \"run succeeded\", \"code\": \"RUN_STATE\"}")
                    .on("POST " + PATH + "/" + action, 200, Runs.in("waiting"));
        }

        var retried = type().run("run", "retry", "0000000000001", Runs.ID);
        var discarded =
                type().run("run", "discard", "0000000000001", Runs.ID, "--reason", "a test");

        assertThat(List.of(retried, discarded))
                .allSatisfy(result -> {
                    assertThat(result.code()).isEqualTo(1);
                    assertThat(result.err())
                            .isEqualToIgnoringNewLines("wis2: run succeeded (RUN_STATE)");
                    assertThat(result.out()).contains("Run " + Runs.ID + " was ");
                });
    }

    @Test
    void without_a_node_the_sentence_says_how_to_start_one() {
        node.close();

        var result = type().run("run", "list");

        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err())
                .contains("no node answers at " + node.url(), "wis2 serve", "another with --node");
    }

    @Test
    void the_token_comes_from_the_environment() {
        node.on("GET /api/v1/sources", 200, "{\"items\": []}");

        type().with("WIS2_TOKEN", "secret-token").run("source", "list");

        assertThat(node.requests().getFirst().headers())
                .containsEntry("Authorization", "Bearer secret-token");
    }

    @Test
    void sources_are_listed_paused_and_resumed() {
        String source =
                "{\"name\": \"a\", \"state\": \"paused\", \"healthy\": true, \"received\": 3,"
                        + " \"unwanted\": 2, \"text\": \"Connected.\"}";
        node.on("GET /api/v1/sources", 200, "{\"items\": [" + source + "]}")
                .on("POST /api/v1/sources/a/pause", 200, source)
                .on("POST /api/v1/sources/a/resume", 200, source);

        assertThat(type().run("source", "list").out())
                .contains("a       paused  yes      3         2         Connected.");
        assertThat(type().run("source", "pause", "a", "--reason", "It moves.").out())
                .contains("Source a is paused.");
        assertThat(node.requests().getLast().body()).isEqualTo("{\"reason\":\"It moves.\"}");
        assertThat(type().run("source", "resume", "a").code()).isZero();
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
