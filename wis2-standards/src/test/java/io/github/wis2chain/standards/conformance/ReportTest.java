package io.github.wis2chain.standards.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReportTest {

    private static final Requirement LINKS =
            new Requirement("http://example.org/spec", "/req/core/links");

    @Test
    void a_report_conforms_unless_something_failed() {
        Finding advice =
                Finding.of(LINKS, Verdict.WARNING, Fault.at("/links/0", "should be better"));
        Finding fault = Finding.failed(LINKS.parts("D"), "/links/1/href", "is no URL");

        assertThat(new Report(Profile.STRICT, List.of()).verdict()).isEqualTo(Verdict.PASSED);
        assertThat(new Report(Profile.STRICT, List.of(advice)).verdict())
                .isEqualTo(Verdict.WARNING);
        assertThat(new Report(Profile.STRICT, List.of(advice, fault)).conforms()).isFalse();
        assertThat(new Report(Profile.STRICT, List.of(), Map.of("id", Verdict.FAILED)).conforms())
                .isFalse();
        assertThat(fault.sentence()).isEqualTo("/links/1/href: is no URL (/req/core/links D).");
        assertThat(LINKS.parts("D").uri()).isEqualTo("http://example.org/spec/req/core/links");
    }

    @Test
    void a_report_whose_validation_was_skipped_decides_nothing() {
        var report =
                new Report(
                        Profile.STRICT,
                        List.of(Finding.skipped(LINKS, "", "is too long to be read")),
                        Map.of("validation", Verdict.SKIPPED));

        assertThat(report.isDecided()).isFalse();
        assertThat(report.conforms()).isFalse();
        assertThat(report.verdict()).isEqualTo(Verdict.SKIPPED);
    }

    @Test
    void a_kpi_has_a_percentage_of_what_could_be_judged() {
        assertThat(new KpiResult("k", 1, 3, 0, List.of()).percentage())
                .contains(new BigDecimal("33.333"));
        assertThat(new KpiResult("k", 2, 2, 0, List.of()).percentage())
                .contains(new BigDecimal("100"));
        assertThat(new KpiResult("k", 0, 2, 0, List.of()).percentage())
                .contains(new BigDecimal("0"));
        assertThat(new KpiResult("k", 0, 0, 1, List.of()).percentage()).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> new KpiResult("k", 3, 2, 0, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("[3]");
    }
}
