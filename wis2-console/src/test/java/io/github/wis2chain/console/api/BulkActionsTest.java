package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.FailureCode;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

final class BulkActionsTest extends ApiTest {

    private static final String PATH = "/api/v1/runs/actions";

    @Test
    void a_cause_group_is_served_by_its_own_filter() {
        RunId first = failed("one");
        RunId second = failed("two");
        succeeded("three", "n-1");

        JsonNode group = json(get("/api/v1/causes")).at("/items/0");

        assertThat(group.path("cause").asString()).isEqualTo("LINK_STATUS");
        assertThat(group.path("failed").asInt()).isEqualTo(2);
        assertThat(group.path("sample_id").asString()).isEqualTo(second.toString());
        assertThat(group.path("remedy").asString()).startsWith("Put the file");
        JsonNode dryRun =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"retry\",\"dry_run\":true,\"filter\":%s}"
                                        .formatted(group.path("filter"))));
        assertThat(dryRun.path("matched").asInt()).isEqualTo(2);
        assertThat(state(first)).isEqualTo(RunState.FAILED);
        JsonNode done =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"retry\",\"filter\":%s}"
                                        .formatted(group.path("filter"))));
        assertThat(done.path("done").asInt()).isEqualTo(2);
        assertThat(done.path("next").isNull()).isTrue();
        assertThat(state(first)).isEqualTo(RunState.WAITING);
        assertThat(state(second)).isEqualTo(RunState.WAITING);
    }

    @Test
    void the_sample_of_a_group_is_one_that_needs_an_operator() {
        RunId failed = waiting("one");
        work(claim ->
                new Outcome.Failed(
                        "publish",
                        Failure.temporary(
                                FailureCode.BROKER_UNAVAILABLE, "There is no connection."),
                        claim.history(),
                        Labels.NONE.withDataset("argo-bufr")));
        waitingToBeTriedAgain("two");

        JsonNode group = json(get("/api/v1/causes")).at("/items/0");

        assertThat(group.path("waiting").asInt()).isEqualTo(1);
        assertThat(group.path("sample_id").asString()).isEqualTo(failed.toString());
    }

    @Test
    void what_is_done_is_what_was_counted() {
        RunId first = failed("one");
        RunId second = failed("two");
        String filter = "\"filter\":{\"state\":\"failed\"}";
        JsonNode counted =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"retry\",\"dry_run\":true,%s}".formatted(filter)));
        RunId later = failed("three");

        assertThat(counted.path("up_to").asString()).isEqualTo(second.toString());
        assertThat(counted.path("more").asBoolean(true)).isFalse();
        String edge = "\"up_to\":\"%s\"".formatted(second);
        assertThat(
                        json(postJson(
                                        PATH,
                                        "{\"action\":\"retry\",\"dry_run\":true,%s,%s}"
                                                .formatted(filter, edge)))
                                .path("matched")
                                .asInt())
                .isEqualTo(2);
        JsonNode done =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"retry\",\"limit\":1,%s,%s}"
                                        .formatted(filter, edge)));
        assertThat(state(second)).isEqualTo(RunState.WAITING);
        postJson(
                PATH,
                "{\"action\":\"retry\",\"before\":\"%s\",%s,%s}"
                        .formatted(done.path("next").asString(), filter, edge));

        assertThat(state(first)).isEqualTo(RunState.WAITING);
        assertThat(state(later)).isEqualTo(RunState.FAILED);
    }

    @Test
    void a_count_goes_on_where_it_is_told_to_and_has_no_edge_where_nothing_matches() {
        failed("one");
        RunId second = failed("two");
        String filter = "\"filter\":{\"state\":\"failed\"}";

        JsonNode older =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"retry\",\"dry_run\":true,\"before\":\"%s\",%s}"
                                        .formatted(second, filter)));
        JsonNode none =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"retry\",\"dry_run\":true,\"filter\":{\"cause\":\"X\"}}"));

        assertThat(older.path("matched").asInt()).isEqualTo(1);
        assertThat(none.path("matched").asInt()).isZero();
        assertThat(none.path("up_to").isNull()).isTrue();
    }

    @Test
    void what_cannot_be_done_is_skipped_with_the_reason() {
        RunId failed = failed("one");
        RunId done = succeeded("two", "n-1");

        JsonNode answer =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"discard\",\"reason\":\"A test.\",\"runs\":[\"%s\",\"%s\"]}"
                                        .formatted(failed, done)));

        assertThat(answer.path("done").asInt()).isEqualTo(1);
        assertThat(answer.path("skipped").asInt()).isEqualTo(1);
        assertThat(answer.at("/reasons/0/reason").asString())
                .isEqualTo("run is succeeded and cannot be discarded");
        assertThat(answer.at("/reasons/0/runs/0").asString()).isEqualTo(done.toString());
        assertThat(node.runs.run(failed).orElseThrow().acts())
                .extracting(Act::text)
                .containsExactly("A test.");
    }

    @Test
    void a_filter_without_states_means_failed_runs() {
        RunId failed = failed("one");
        RunId waiting = waiting("two");

        json(
                postJson(
                        PATH,
                        "{\"action\":\"discard\",\"reason\":\"x\",\"filter\":{\"source\":\"argo-files\"}}"));

        assertThat(state(failed)).isEqualTo(RunState.DISCARDED);
        assertThat(state(waiting)).isEqualTo(RunState.WAITING);
    }

    @Test
    void a_limit_leaves_the_rest_for_the_next_call() {
        RunId oldest = failed("one");
        RunId newest = failed("two");

        JsonNode first =
                json(
                        postJson(
                                PATH,
                                "{\"action\":\"retry\",\"limit\":1,\"filter\":{\"state\":\"failed\"}}"));

        assertThat(first.path("done").asInt()).isEqualTo(1);
        assertThat(first.path("next").asString()).isEqualTo(newest.toString());
        assertThat(state(oldest)).isEqualTo(RunState.FAILED);
    }

    @Test
    void a_journal_that_cannot_be_written_is_said() {
        failed("one");
        node.runs.failWith("The disk is full");

        refused(
                postJson(PATH, "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"}}"),
                503,
                "JOURNAL_UNAVAILABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"action\":\"retry\"}",
                "{\"action\":\"delete\",\"filter\":{\"state\":\"failed\"}}",
                "{\"action\":\"retry\",\"filter\":{}}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"\"}}",
                "{\"action\":\"retry\",\"filter\":{\"stat\":\"failed\"}}",
                "{\"action\":\"retry\",\"filter\":{\"state\":[\"failed\"]}}",
                "{\"action\":\"retry\",\"runs\":[]}",
                "{\"action\":\"retry\",\"runs\":[\"12\"]}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"limit\":10001}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"dryrun\":true}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"limit\":\"1\"}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"limit\":1.5}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"limit\":99999999999}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"limit\":null}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"dry_run\":\"true\"}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"dry_run\":1}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"dry_run\":null}",
                "{\"action\":\"retry\",\"runs\":[\"0N3K5Q8R7T2WX\",\"0N3K5Q8R7T2WY\"],\"limit\":1}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"up_to\":\"12\"}",
                "{\"action\":\"retry\",\"filter\":{\"state\":\"failed\"},\"up_to\":7}",
                "{\"action\":\"discard\",\"filter\":{\"state\":\"failed\"}}",
                "{\"action\":\"note\",\"filter\":{\"state\":\"failed\"},\"text\":\" \"}"
            })
    void an_order_that_is_not_understood_is_refused(String order) {
        RunId failed = failed("one");

        refused(postJson(PATH, order), 400, "BAD_PARAMETER");
        assertThat(state(failed)).isEqualTo(RunState.FAILED);
    }
}
