package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Labels;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.List;

final class ListRoutesTest extends ApiTest {

    @Test
    void the_audit_tells_who_did_what_to_what() {
        RunId run = failed("one");
        postJson("/api/v1/runs/" + run + "/notes", "{\"text\":\"Seen.\"}");
        post("/api/v1/sources/argo-files/pause", "");

        JsonNode audit = json(get("/api/v1/audit?limit=1"));
        assertThat(audit.at("/items/0/kind").asString()).isEqualTo("pause");
        assertThat(audit.at("/items/0/source").asString()).isEqualTo("argo-files");
        JsonNode older = json(get("/api/v1/audit?before=" + audit.path("next").asString()));
        assertThat(older.at("/items/0/text").asString()).isEqualTo("Seen.");
        assertThat(older.at("/items/0/run_id").asString()).isEqualTo(run.toString());
        assertThat(json(get("/api/v1/audit?kind=note&run=" + run)).path("items")).hasSize(1);
        assertThat(json(get("/api/v1/audit?who=nobody")).path("items")).isEmpty();
        refused(get("/api/v1/audit?before=1&after=2"), 400, "BAD_PARAMETER");
    }

    @Test
    void a_source_is_paused_and_resumed_with_a_reason() {
        postJson("/api/v1/sources/argo-files/pause", "{\"reason\":\"The broker moves.\"}");
        postJson("/api/v1/sources/argo-files/resume", "{\"reason\":\"It has moved.\"}");

        JsonNode audit = json(get("/api/v1/audit?source=argo-files"));
        assertThat(audit.at("/items/1/text").asString()).isEqualTo("The broker moves.");
        assertThat(audit.at("/items/0/text").asString()).isEqualTo("It has moved.");
        refused(
                postJson("/api/v1/sources/argo-files/pause", "{\"reason\":\"\"}"),
                400,
                "BAD_PARAMETER");
    }

    @Test
    void the_last_page_of_the_audit_leads_nowhere_even_when_it_is_full() {
        RunId run = failed("one");
        for (String text : List.of("1", "2", "3", "4")) {
            postJson("/api/v1/runs/" + run + "/notes", "{\"text\":\"%s\"}".formatted(text));
        }

        JsonNode first = json(get("/api/v1/audit?limit=2"));
        JsonNode last = json(get("/api/v1/audit?limit=2&before=" + first.path("next").asString()));

        assertThat(last.path("items")).hasSize(2);
        assertThat(last.path("next").isNull()).isTrue();
        assertThat(last.path("newer").isNull()).isFalse();
    }

    @Test
    void a_paused_dataset_holds_its_runs_and_says_so_until_it_is_resumed() {
        assertThat(json(get("/api/v1/datasets")).at("/items/0/paused").asBoolean()).isFalse();

        JsonNode paused =
                json(
                        postJson(
                                "/api/v1/datasets/argo-bufr/pause",
                                "{\"reason\":\"Wrong positions.\"}"));
        RunId run = heldWith("argo-bufr");

        assertThat(paused.path("paused").asBoolean()).isTrue();
        assertThat(json(get("/api/v1/datasets")).at("/items/0/paused").asBoolean()).isTrue();
        JsonNode held = json(get("/api/v1/runs/" + run));
        assertThat(held.path("state").asString()).isEqualTo("waiting");
        assertThat(held.path("due_at").isNull()).isTrue();
        assertThat(held.path("explanation").asString()).contains("dataset argo-bufr is paused");
        JsonNode act = json(get("/api/v1/audit?dataset=argo-bufr")).at("/items/0");
        assertThat(act.path("kind").asString()).isEqualTo("pause");
        assertThat(act.path("text").asString()).isEqualTo("Wrong positions.");
        assertThat(get("/metrics").body()).contains("outcome=\"held\"");

        assertThat(json(post("/api/v1/datasets/argo-bufr/resume", "")).path("paused").asBoolean())
                .isFalse();
        assertThat(json(get("/api/v1/runs/" + run)).path("due_at").isNull()).isFalse();
        refused(post("/api/v1/datasets/argos/pause", ""), 404, "DATASET_NOT_FOUND");
        refused(
                postJson("/api/v1/datasets/argo-bufr/pause", "{\"reason\":\"\"}"),
                400,
                "BAD_PARAMETER");
    }

    private RunId heldWith(String dataset) {
        RunId run = waiting("held");
        work(claim -> new Outcome.Held(dataset, claim.history(), Labels.NONE.withDataset(dataset)));
        return run;
    }

    @Test
    void a_list_can_be_followed_towards_the_present() {
        succeeded("one", "n-1");
        JsonNode page = json(get("/api/v1/notifications"));
        succeeded("two", "n-2");

        JsonNode newer = json(get("/api/v1/notifications?after=" + page.path("newer").asString()));

        assertThat(newer.path("items")).hasSize(1);
        assertThat(newer.at("/items/0/id").asString()).isEqualTo("n-2");
        assertThat(json(get("/api/v1/notifications?q=n-1")).path("items")).hasSize(1);
        assertThat(json(get("/api/v1/notifications?rel=deletion")).path("items")).isEmpty();
        refused(get("/api/v1/notifications?rel=new"), 400, "BAD_PARAMETER");
    }

    @Test
    void runs_of_a_query_come_as_one_file() {
        RunId failed = failed("one");
        waiting("two");

        HttpResponse<String> csv = get("/api/v1/runs.csv?state=failed");

        assertThat(csv.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(csv.body().lines()).hasSize(2);
        assertThat(csv.body().lines().toList().getLast())
                .startsWith(failed + ",failed,")
                .contains("LINK_STATUS");
        assertThat(json(get("/api/v1/runs.json"))).hasSize(2);
        assertThat(json(get("/api/v1/runs.json?limit=1"))).hasSize(1);
        assertThat(get("/api/v1/runs.json?state=discarded").body()).isEqualTo("[\n]\n");
        refused(get("/api/v1/runs.csv?limit=100001"), 400, "BAD_PARAMETER");
        refused(get("/api/v1/runs.csv?state=lost"), 400, "BAD_PARAMETER");
    }

    @Test
    void a_page_without_a_run_leaves_the_file_well_formed() {
        for (int i = 0; i < 501; i++) {
            waiting("{\"n\":%d}".formatted(i));
        }
        assertThat(json(get("/api/v1/runs.json"))).hasSize(501);

        node.findingNothing = true;

        HttpResponse<String> cut = get("/api/v1/runs.json");
        assertThat(cut.body()).endsWith("}\n]\n");
        assertThat(json(cut)).hasSize(500);
    }

    @Test
    void a_file_that_does_not_hold_all_says_so() {
        failed("one");
        failed("two");

        for (String file : List.of("/api/v1/runs.csv", "/api/v1/runs.json")) {
            assertThat(get(file + "?limit=1").headers().firstValue("X-Wis2-Truncated"))
                    .hasValue("true");
            assertThat(get(file + "?limit=2").headers().firstValue("X-Wis2-Truncated"))
                    .hasValue("false");
            assertThat(get(file).headers().firstValue("X-Wis2-Truncated")).hasValue("false");
        }
    }

    @Test
    void a_cell_cannot_break_out_of_its_column_or_become_a_formula() {
        assertThat(RunExport.cell("plain")).isEqualTo("plain");
        assertThat(RunExport.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(RunExport.cell("a\"b\r\nc")).isEqualTo("\"a\"\"b\r\nc\"");
        assertThat(RunExport.cell("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
    }

    @Test
    void a_range_of_the_ledger_is_checked() {
        failed("one");

        JsonNode ledger = json(get("/api/v1/ledger?from=2020-01-01&to=2020-12-31"));
        assertThat(ledger.path("rows")).isEmpty();
        assertThat(ledger.path("day").isNull()).isTrue();
        assertThat(json(get("/api/v1/ledger")).path("rows")).hasSize(1);
        refused(get("/api/v1/ledger?from=2020-01-02&to=2020-01-01"), 400, "BAD_PARAMETER");
        refused(get("/api/v1/ledger?from=2018-01-01&to=2020-01-01"), 400, "BAD_PARAMETER");
    }

    @Test
    void a_dataset_shows_what_it_did_today() {
        failed("one");
        succeeded("two", "n-1");

        JsonNode dataset = json(get("/api/v1/datasets")).at("/items/0");

        assertThat(dataset.at("/today/failed").asInt()).isEqualTo(1);
        assertThat(dataset.path("last_published").isNull()).isFalse();
    }
}
