package io.github.wis2chain.standards.conformance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The score of one key performance indicator: how good a document is, beyond conforming.
///
/// Points that could not be judged are in `skipped` and count neither in `score` nor in `total`.
///
/// @param name of the indicator, such as `metadata_id`
/// @param score points reached, 0 to total; more only beside a total of 0, where an official tool gives a point for
///     what it does not ask for
/// @param total points to be had
/// @param skipped points that were not judged, because something they need was missing
/// @param comments one sentence per point that was missed or skipped
public record KpiResult(String name, int score, int total, int skipped, List<String> comments) {

    public KpiResult {
        if (score < 0 || (score > total && total != 0) || total < 0 || skipped < 0) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "score [%d] must be 0 to total [%d] and skipped [%d] not negative",
                            score,
                            total,
                            skipped));
        }
        comments = List.copyOf(comments);
    }

    /// Score in per cent of the total with up to three decimals; empty when nothing could be judged.
    public Optional<BigDecimal> percentage() {
        return percentage(score, total);
    }

    static Optional<BigDecimal> percentage(int score, int total) {
        if (total == 0) {
            return Optional.empty();
        }
        BigDecimal exact =
                BigDecimal.valueOf(Math.min(score, total) * 100L)
                        .divide(BigDecimal.valueOf(total), 3, RoundingMode.HALF_EVEN)
                        .stripTrailingZeros();
        return Optional.of(exact.scale() < 0 ? exact.setScale(0) : exact);
    }

    /// PASSED with all points, SKIPPED if none could be judged, else WARNING.
    public Verdict verdict() {
        if (total == 0) {
            return Verdict.SKIPPED;
        }
        return score == total ? Verdict.PASSED : Verdict.WARNING;
    }
}
