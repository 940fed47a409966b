package io.github.wis2chain.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    private static final String WELL_PART =
            "{\"name\": \"journal\", \"healthy\": true, \"essential\": true, \"text\": \"Events are"
                    + " written.\", \"remedy\": null}";
    private static final String UNWELL_PART =
            "{\"name\": \"publisher\", \"healthy\": false, \"essential\": false, \"text\": \"Not"
                    + " connected.\", \"remedy\": \"Check the broker.\"}";

    private final FakeNode node = new FakeNode();

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_node_that_is_well_says_so_and_what_it_did_today() {
        node(WELL_PART, 0, true);

        var result = type().run("status");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith(
                        "All well. 640 published today, 2 in progress (last at 2026-11-25 13:00:05"
                                + " UTC).")
                .contains("journal  well   Events are written.")
                .contains("Today (UTC): received 320, succeeded 312,")
                .contains("the ledger agrees.")
                .contains("Paused sources: argo-files;", "Paused datasets: argo-bufr;");
    }

    @Test
    void a_part_that_is_not_well_is_shown_with_what_to_do() {
        node(WELL_PART + "," + UNWELL_PART, 0, true);

        var result = type().run("status");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(result.out())
                .startsWith("1 of 2 parts needs attention: publisher.")
                .containsPattern("publisher +NOT WELL +Not connected\\.")
                .contains("To do: Check the broker.");
    }

    @Test
    void failed_runs_and_a_ledger_that_differs_are_alarms_too() {
        node(WELL_PART, 3, false);

        var text = type().run("status");
        var json = type().run("status", "--json");

        assertThat(text.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(text.out())
                .startsWith("3 runs need you. The ledger of today does not balance.")
                .contains("wis2 run causes", "DIFFERS");
        assertThat(json.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(json.out())
                .hasLineCount(1)
                .contains(
                        "\"well\":false",
                        "\"failed\":3",
                        "\"published_today\":640",
                        "\"remedy\":null",
                        "\"received\":320");
    }

    @Test
    void a_node_that_cannot_read_its_store_still_says_what_is_wrong() {
        node.on(
                "GET /api/v1/health",
                200,
                "{\"parts\": [%s], \"runs\": null}".formatted(UNWELL_PART));

        var result = type().run("status");

        assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMING);
        assertThat(result.out())
                .startsWith(
                        "1 of 1 parts needs attention: publisher. What it did today cannot be"
                                + " read.")
                .contains("To do: Check the broker.");
    }

    @Test
    void where_no_node_answers_it_is_not_decided() {
        String url = node.url();
        node.close();

        var result = new Typed().run("status", "--url", url);

        assertThat(result.code()).isEqualTo(ExitCode.UNDECIDED);
        assertThat(result.err()).contains("no node answers at " + url);
    }

    private void node(String parts, int failed, boolean balances) {
        node.on(
                        "GET /api/v1/health",
                        200,
                        "{\"parts\": [%s], \"runs\": {\"waiting\": 1, \"running\": 1, \"failed\": %d}}"
                                .formatted(parts, failed))
                .on(
                        "GET /api/v1/ledger",
                        200,
                        "{\"balances\": %s, \"published\": 640, \"rows\": [{\"received\": 300, \"succeeded\": 300}, {\"received\": 20, \"succeeded\": 12}]}"
                                .formatted(balances))
                .on(
                        "GET /api/v1/sources",
                        200,
                        "{\"items\": [{\"name\": \"argo-files\", \"state\": \"paused\"},"
                                + " {\"name\": \"http\", \"state\": \"running\"}]}")
                .on(
                        "GET /api/v1/datasets",
                        200,
                        "{\"items\": [{\"name\": \"argo-bufr\", \"paused\": true}, {\"name\":"
                                + " \"argo-netcdf\", \"paused\": false}]}")
                .on(
                        "GET /api/v1/notifications",
                        200,
                        "{\"items\": [{\"acknowledged_at\": \"2026-11-25T13:00:05.123Z\"}]}");
    }

    private Typed type() {
        return new Typed().with("WIS2_URL", node.url());
    }
}
