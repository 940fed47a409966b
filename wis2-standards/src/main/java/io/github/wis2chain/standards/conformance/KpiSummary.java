package io.github.wis2chain.standards.conformance;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// The scores of all key performance indicators of one document, and what they make together.
///
/// Points that could not be judged count nowhere, so scores taken with and without a network must not be compared
/// without a look at [#skipped()].
///
/// @param kpis in the order of their evaluation
public record KpiSummary(List<KpiResult> kpis) {

    public KpiSummary {
        kpis = List.copyOf(kpis);
    }

    /// The points reached, over all indicators.
    public int score() {
        return kpis.stream().mapToInt(KpiResult::score).sum();
    }

    /// The points to be had, over all indicators.
    public int total() {
        return kpis.stream().mapToInt(KpiResult::total).sum();
    }

    /// The points that were not judged, over all indicators.
    public int skipped() {
        return kpis.stream().mapToInt(KpiResult::skipped).sum();
    }

    /// Score in per cent of the total with up to three decimals, at most 100; empty when nothing could be judged.
    ///
    /// It is computed from the sums, so that an indicator weighs as much as it has points.
    public Optional<BigDecimal> percentage() {
        return KpiResult.percentage(score(), total());
    }

    /// The letter for the percentage; empty when nothing could be judged.
    public Optional<Grade> grade() {
        return percentage().map(Grade::of);
    }

    /// The indicator of that name.
    public Optional<KpiResult> kpi(String name) {
        return kpis.stream().filter(kpi -> kpi.name().equals(name)).findFirst();
    }
}
