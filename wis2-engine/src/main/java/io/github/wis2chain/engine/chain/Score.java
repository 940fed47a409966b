package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.KpiResult;
import io.github.wis2chain.standards.wnm.DiscoveryCatalogue;
import io.github.wis2chain.standards.wnm.Wnm;

import java.math.BigDecimal;
import java.util.Optional;

/// Scores the key performance indicators and compares them with the dataset's threshold. It only
/// reads, so it may be repeated.
final class Score implements Step<Drafts, Drafts> {

    private static final String NAME = "score";

    private final Optional<DiscoveryCatalogue> catalogue;

    Score(Optional<DiscoveryCatalogue> catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    public Drafts perform(Drafts drafts, StepContext context) {
        Checks checks = drafts.destination().checks();
        if (checks.kpi() == CheckMode.OFF) {
            return drafts;
        }
        for (Draft draft : drafts.toSend()) {
            for (KpiResult result : Wnm.kpis(draft.message().toJson(), catalogue).kpis()) {
                judge(result, checks, context);
            }
        }
        return drafts;
    }

    private static void judge(KpiResult result, Checks checks, StepContext context) {
        Optional<BigDecimal> percentage = result.percentage();
        if (percentage.isEmpty()) {
            context.remark(
                    Remarks.info(NAME, "", "%s could not be scored.".formatted(result.name())));
            return;
        }
        String score =
                "%s scores %d of %d (%s %%); %s"
                        .formatted(
                                result.name(),
                                result.score(),
                                result.total(),
                                percentage.get().toPlainString(),
                                result.comments().isEmpty()
                                        ? "nothing is missing."
                                        : String.join(" ", result.comments()));
        if (percentage.get().compareTo(BigDecimal.valueOf(checks.kpiAtLeast())) >= 0) {
            context.remark(Remarks.info(NAME, "", score));
        } else if (checks.kpi() == CheckMode.WARN) {
            context.remark(Remarks.warning(NAME, "", score));
        } else {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.KPI_BELOW_THRESHOLD,
                            "%s At least %d %% are required."
                                    .formatted(score, checks.kpiAtLeast())));
        }
    }
}
