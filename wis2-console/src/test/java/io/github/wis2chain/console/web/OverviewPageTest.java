package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.run.Act;
import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/// How things stand, on the first page.
final class OverviewPageTest extends BrowserTest {

    @Test
    void the_overview_says_in_one_sentence_how_things_stand() {
        assertThat(get("/").body())
                .contains("All well.")
                .contains("None published today, none waiting.");
    }

    @Test
    void published_today_is_what_brokers_acknowledged() {
        RunId run = accept("{}");
        publish(run, "argo/a.bufr");
        assertThat(get("/").body()).contains("None published today");

        node.outbox()
                .acknowledged(run, "n1", new Delivery(Instant.now(), "embedded", "SUCCESS"))
                .join();

        assertThat(get("/").body())
                .contains("1 published today")
                .contains("<td class=\"num\">1</td>");
    }

    @Test
    void a_dataset_that_is_paused_says_so_and_can_be_resumed() {
        node.store()
                .holdDataset("argo-bufr", true, new Act("pause", "jane", "", Instant.now(), "here"))
                .join();

        assertThat(get("/").body())
                .contains("paused: its runs wait", "/api/v1/datasets/argo-bufr/resume")
                .contains("wis2 dataset resume argo-bufr", "wis2 source pause http --reason why");
    }

    @Test
    void figures_that_begin_with_the_node_say_so() {
        assertThat(get("/").body())
                .containsPattern("0 since [0-2][0-9]:[0-5][0-9] UTC")
                .contains("when the node started")
                .doesNotContain("in the last hour");
    }
}
