package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkRunsTest {

    private static final String ACTIONS = "POST /api/v1/runs/actions";

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_dry_run_says_how_many_it_would_be() {
        node.on(ACTIONS, 200, "{\"dry_run\": true, \"matched\": 12, \"more\": false}");

        var result = type().run("run", "retry", "--cause", "LINK_STATUS", "--dry-run");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("12 runs match and would be put back to work.");
        assertThat(node.requests().getFirst().body())
                .isEqualTo(
                        "{\"action\":\"retry\",\"filter\":{\"cause\":\"LINK_STATUS\"},\"dry_run\":true}");
    }

    @Test
    void one_run_is_spoken_of_as_one() {
        node.on(ACTIONS, 200, "{\"dry_run\": true, \"matched\": 1, \"more\": false}")
                .on(ACTIONS, 200, answer(0, 1, "null"));

        var result =
                type().answering("y\n")
                        .run("run", "discard", "--state", "failed", "--reason", "tests");

        assertThat(result.out())
                .contains(
                        "1 run matches and would be discarded.",
                        "0 runs were discarded.",
                        "1 was left as it is: run is running and cannot be discarded.");
    }

    @Test
    void without_yes_nothing_is_done() {
        node.on(ACTIONS, 200, "{\"dry_run\": true, \"matched\": 12, \"more\": false}");

        var result = type().run("run", "discard", "--state", "failed", "--reason", "tests");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("Nothing was done; give --yes to do it.");
        assertThat(node.requests()).hasSize(1);
    }

    @Test
    void what_is_done_after_the_question_is_what_was_counted() {
        node.on(
                        ACTIONS,
                        200,
                        "{\"dry_run\": true, \"matched\": 100000, \"more\": true, \"up_to\":"
                                + " \"0N3K5Q8R7T2WZ\"}")
                .on(ACTIONS, 200, answer(1000, 0, "\"0N3K5Q8R7T2WX\""))
                .on(ACTIONS, 200, answer(17, 0, "null"));

        var result = type().answering("y\n").run("run", "retry", "--state", "failed");

        assertThat(result.out()).contains("At least 100,000 runs match", "1017 runs were put back");
        assertThat(node.requests()).hasSize(3);
        assertThat(node.requests().getFirst().body()).doesNotContain("up_to");
        assertThat(node.requests().subList(1, 3))
                .allSatisfy(request ->
                        assertThat(request.body())
                                .contains("\"up_to\":\"0N3K5Q8R7T2WZ\"")
                                .doesNotContain("dry_run"));
    }

    @Test
    void it_goes_on_until_no_run_is_left_and_adds_up_what_was_skipped() {
        node.on(ACTIONS, 200, answer(1000, 3, "\"0N3K5Q8R7T2WX\""))
                .on(ACTIONS, 200, answer(17, 1, "null"));

        var result =
                type().run("run", "discard", "--state", "failed", "--reason", "tests", "--yes");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "1017 runs were discarded.",
                        "4 were left as they are: run is running and cannot be discarded.");
        assertThat(node.requests().getLast().body()).contains("\"before\":\"0N3K5Q8R7T2WX\"");
    }

    @Test
    void a_node_that_stops_on_the_way_is_no_success() {
        node.on(
                ACTIONS,
                200,
                "{\"done\": 5, \"reasons\": [], \"next\": \"0N3K5Q8R7T2WX\", \"stopped\": \"The"
                        + " disk is full\"}");

        var result = type().run("run", "retry", "--state", "failed", "--yes");

        assertThat(result.code()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(result.err()).contains("The disk is full");
        assertThat(node.requests()).hasSize(1);
    }

    @Test
    void runs_are_named_or_chosen_but_not_both_and_not_neither() {
        assertThat(type().run("run", "retry").code()).isEqualTo(ExitCode.USAGE);
        assertThat(type().run("run", "retry", "0N3K5Q8R7T2WX", "--state", "failed").code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(node.requests()).isEmpty();
    }

    @Test
    void a_note_is_added_to_all_runs_that_are_chosen() {
        node.on(ACTIONS, 200, answer(41, 0, "null"));

        var result = type().run("run", "note", "--cause", "LINK_STATUS", "--yes", "Asked them.");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("41 runs were given the note.");
        assertThat(node.requests().getFirst().body())
                .startsWith(
                        "{\"action\":\"note\",\"text\":\"Asked"
                                + " them.\",\"filter\":{\"cause\":\"LINK_STATUS\"}");
    }

    @Test
    void named_runs_are_counted_too_and_left_alone() {
        node.on(ACTIONS, 200, "{\"dry_run\": true, \"matched\": 2, \"more\": false}");

        for (String[] command :
                new String[][] {
                    {"run", "note", "0N3K5Q8R7T2WX", "0N3K5Q8R7T2WY", "--dry-run", "Seen."},
                    {"run", "retry", "0N3K5Q8R7T2WX", "0N3K5Q8R7T2WY", "--dry-run"}
                }) {
            assertThat(type().run(command).out()).contains("2 runs match and would be");
        }
        assertThat(node.requests())
                .hasSize(2)
                .allSatisfy(request ->
                        assertThat(request.body())
                                .contains(
                                        "\"runs\":[\"0N3K5Q8R7T2WX\",\"0N3K5Q8R7T2WY\"],\"dry_run\":true"));
    }

    @Test
    void a_note_without_its_text_is_wrong_usage() {
        var result = type().run("run", "note", "0N3K5Q8R7T2WX", "0N3K5Q8R7T2WY");

        assertThat(result.code()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("the note is missing");
        assertThat(type().run("run", "note", "--state", "failed").code()).isEqualTo(ExitCode.USAGE);
        assertThat(node.requests()).isEmpty();
    }

    @Test
    void causes_say_what_is_wrong_and_what_mends_it() {
        node.on(
                "GET /api/v1/causes",
                200,
                "{\"items\": [{\"dataset\": \"argo\", \"source\": \"files\", \"step\":"
                        + " \"verify-data\", \"cause\": \"LINK_STATUS\", \"culprit\":"
                        + " \"data.example.org\", \"failed\": 41, \"waiting\": 2, \"since\":"
                        + " \"2026-11-23T21:04:05Z\", \"latest\": \"2026-11-23T22:04:05Z\","
                        + " \"summary\": \"It answered 404.\", \"remedy\": \"Put the file there.\","
                        + " \"sample_id\": \"0N3K5Q8R7T2WX\"}]}");

        var result = type().run("run", "causes");

        assertThat(result.out())
                .contains(
                        "LINK_STATUS (data.example.org) in verify-data, dataset argo, source files",
                        "41 failed, 2 waiting, since 2026-11-23 21:04:05",
                        "It answered 404. Put the file there.");
    }

    private static String answer(int done, int skipped, String next) {
        return "{\"done\": %d, \"reasons\": [{\"reason\": \"run is running and cannot be discarded\", \"count\": %d}], \"next\": %s, \"stopped\": null}"
                .formatted(done, skipped, next);
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
