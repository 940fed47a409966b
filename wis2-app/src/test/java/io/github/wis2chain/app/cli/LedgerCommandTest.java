package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LedgerCommandTest {

    private static final String ROW =
            "{\"day\": \"2026-11-23\", \"dataset\": \"argo\", \"received\": 7, \"balances\": %s}";

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_balance_that_differs_is_said_and_is_no_success() {
        node.on(
                "GET /api/v1/ledger",
                200,
                "{\"balances\": false, \"rows\": [" + ROW.formatted("false") + "]}");

        var result = type().run("ledger", "--from", "2026-11-01", "--to", "2026-11-30");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(result.out()).contains("2026-11-23", "argo", "DIFFERS");
        assertThat(node.calls())
                .containsExactly("GET /api/v1/ledger?from=2026-11-01&to=2026-11-30");
    }

    @Test
    void a_balance_that_agrees_is_a_success() {
        node.on(
                "GET /api/v1/ledger",
                200,
                "{\"balances\": true, \"rows\": [" + ROW.formatted("true") + "]}");

        var result = type().run("ledger");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("agrees");
    }

    @Test
    void the_audit_says_who_did_what() {
        node.on(
                "GET /api/v1/audit",
                200,
                "{\"items\": [{\"at\": \"2026-11-23T21:04:05Z\", \"who\": \"jane\","
                        + " \"kind\": \"pause\", \"run_id\": null, \"source\": \"argo-files\","
                        + " \"text\": \"\"}], \"next\": \"77\"}");

        var result = type().run("audit", "--who", "jane");

        assertThat(result.out()).contains("2026-11-23 21:04:05", "jane", "pause", "argo-files");
        assertThat(result.err()).contains("--before 77");
        assertThat(node.calls()).containsExactly("GET /api/v1/audit?who=jane&limit=50");
    }

    @Test
    void datasets_show_what_they_did_and_how_they_are_configured() {
        node.on(
                "GET /api/v1/datasets",
                200,
                "{\"items\": [{\"name\": \"argo\", \"metadata_id\": \"urn:x\", \"topic\":"
                        + " \"origin/a\", \"today\": {\"received\": 7}, \"last_published\": null,"
                        + " \"settings\": {\"checks.links\": \"block\"}}]}");

        assertThat(type().run("dataset", "list").out()).contains("argo", "7", "origin/a");
        assertThat(type().run("dataset", "show", "argo").out()).contains("checks.links", "block");
        assertThat(type().run("dataset", "show", "other").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void a_dataset_is_paused_with_a_reason_and_resumed() {
        node.on("POST /api/v1/datasets/argo/pause", 200, "{\"name\": \"argo\", \"paused\": true}");
        node.on(
                "POST /api/v1/datasets/argo/resume",
                200,
                "{\"name\": \"argo\", \"paused\": false}");

        var paused = type().run("dataset", "pause", "argo", "--reason", "Wrong positions.");
        assertThat(paused.out()).contains("Dataset argo is paused.");
        assertThat(node.requests())
                .extracting(FakeNode.Request::body)
                .containsExactly("{\"reason\":\"Wrong positions.\"}");
        assertThat(type().run("dataset", "resume", "argo").out())
                .contains("Dataset argo is running.");
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
