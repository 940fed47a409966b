package io.github.wis2chain.standards.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.math.BigDecimal;
import java.util.List;

class KpiSummaryTest {

    @Test
    void the_percentage_is_that_of_the_sums() {
        var summary = new KpiSummary(List.of(kpi("a", 1, 1), kpi("b", 0, 2), kpi("c", 0, 0)));

        assertThat(summary.score()).isEqualTo(1);
        assertThat(summary.total()).isEqualTo(3);
        assertThat(summary.skipped()).isEqualTo(3);
        assertThat(summary.percentage()).contains(new BigDecimal("33.333"));
        assertThat(summary.grade()).contains(Grade.E);
        assertThat(summary.kpi("b")).contains(kpi("b", 0, 2));
    }

    @Test
    void nothing_judged_is_no_grade() {
        var summary = new KpiSummary(List.of(kpi("a", 0, 0)));

        assertThat(summary.percentage()).isEmpty();
        assertThat(summary.grade()).isEmpty();
    }

    @Test
    void a_point_that_nobody_asked_for_lifts_nothing_above_a_hundred() {
        var summary = new KpiSummary(List.of(kpi("a", 4, 4), kpi("pids", 1, 0)));

        assertThat(summary.score()).isEqualTo(5);
        assertThat(summary.percentage()).contains(BigDecimal.valueOf(100));
    }

    @ParameterizedTest
    @CsvSource({
        "100,A",
        "80,A",
        "79.999,B",
        "65,B",
        "64.9,C",
        "50,C",
        "49,D",
        "35,D",
        "34,E",
        "20,E",
        "19.999,F",
        "0,F",
        "-1,F"
    })
    void a_grade_begins_at_its_least_percentage(String percentage, Grade grade) {
        assertThat(Grade.of(new BigDecimal(percentage))).isEqualTo(grade);
    }

    private static KpiResult kpi(String name, int score, int total) {
        return new KpiResult(name, score, total, 1, List.of());
    }
}
