package io.github.wis2chain.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ChartTest {

    @Test
    void each_minute_in_which_something_was_has_a_column() {
        Chart chart = new Chart(List.of(0L, 5L, 10L));

        assertThat(chart.columns(10)).isEqualTo("M201 100v-50h198V100zM401 100v-100h198V100z");
    }

    @Test
    void what_is_not_nothing_is_seen() {
        assertThat(new Chart(List.of(1L)).columns(100_000)).contains("v-3h");
    }

    @Test
    void sums_are_made_minute_by_minute() {
        assertThat(new Chart(List.of(1L, 2L)).plus(new Chart(List.of(3L, 4L))).values())
                .containsExactly(4L, 6L);
    }
}
