package io.github.wis2chain.standards.wme;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// What a Global Discovery Catalogue found in a discovery record: its failed tests, or the sum of its indicators.
///
/// @param failedTests the tests of the suite that FAILED, by their ids; empty after a good one, and for indicators
/// @param percentage of the indicators
/// @param grade of the indicators, a letter, or a number where the official tool gives none
public record QualityReport(
        List<String> failedTests, Optional<BigDecimal> percentage, Optional<String> grade) {

    public QualityReport {
        failedTests = List.copyOf(failedTests);
    }
}
