package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.wnm.Wnm;

/// Judges the very bytes that will be sent by the strict rules of WNM. Pure, so it may be repeated.
///
/// Their size needs no check here, because nothing too large is built; nor does the topic, because a
/// dataset with a topic that WTH does not allow is refused with the configuration.
final class ValidateNotification implements Step<Drafts, Drafts> {

    @Override
    public Drafts perform(Drafts drafts, StepContext context) {
        CheckMode mode = drafts.dataset().checks().notification();
        if (mode == CheckMode.OFF) {
            return drafts;
        }
        for (Draft draft : drafts.toSend()) {
            Report report = Wnm.validate(draft.bytes().bytes(), Profile.STRICT);
            Remarks.pass(report, context);
            if (!report.conforms() && mode == CheckMode.BLOCK) {
                throw new StepFailure(
                        Failure.permanent(
                                        FailureCode.NOTIFICATION_INVALID,
                                        "The notification for %s does not conform to WNM: %s"
                                                .formatted(
                                                        draft.message().dataId(),
                                                        Remarks.faults(report)))
                                .blaming(Remarks.culprit(report)));
            }
        }
        return drafts;
    }
}
