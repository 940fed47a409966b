package io.github.wis2chain.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.RunId;

import org.junit.jupiter.api.Test;

/// The last hour, as the runs of a server fill it.
final class TrendTest extends ApiTest {

    @Test
    void the_last_hour_counts_what_came_in_and_what_became_of_it() {
        succeeded("{\"n\":1}", "n1");
        succeeded("{\"n\":2}", "n2");
        failed("{\"n\":3}");

        var minutes = node.metrics().trend().minutes();

        assertThat(minutes).hasSize(Trend.MINUTES);
        assertThat(minutes.stream().mapToLong(Trend.Minute::received).sum()).isEqualTo(3);
        assertThat(minutes.stream().mapToLong(Trend.Minute::published).sum()).isEqualTo(2);
        assertThat(minutes.stream().mapToLong(Trend.Minute::failed).sum()).isEqualTo(1);
        assertThat(minutes.stream().mapToLong(Trend.Minute::checked).sum()).isEqualTo(3);
        assertThat(minutes.stream().flatMap(minute -> minute.p50().stream())).isNotEmpty();
    }

    @Test
    void a_run_that_is_tried_again_is_checked_once() {
        RunId run = failed("{\"n\":1}");
        post("/api/v1/runs/" + run + "/retry", "");
        failOnce();

        var minutes = node.metrics().trend().minutes();

        assertThat(minutes.stream().mapToLong(Trend.Minute::failed).sum()).isEqualTo(2);
        assertThat(minutes.stream().mapToLong(Trend.Minute::checked).sum()).isEqualTo(1);
        assertThat(minutes.stream().mapToLong(Trend.Minute::received).sum()).isEqualTo(1);
    }
}
