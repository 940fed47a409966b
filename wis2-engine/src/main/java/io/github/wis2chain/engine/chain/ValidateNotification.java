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
/// The topic needs no check here: a dataset with a topic that WTH does not allow is refused with the
/// configuration.
final class ValidateNotification implements Step<Drafts, Drafts> {

    @Override
    public Drafts perform(Drafts drafts, StepContext context) {
        CheckMode mode = drafts.dataset().checks().notification();
        for (Draft draft : drafts.toSend()) {
            if (mode != CheckMode.OFF) {
                validate(draft, mode, context);
            }
            refuseTooLarge(draft);
        }
        return drafts;
    }

    private static void validate(Draft draft, CheckMode mode, StepContext context) {
        Report report = Wnm.validate(draft.bytes().bytes(), Profile.STRICT);
        Remarks.pass(report, context);
        if (!report.conforms() && mode == CheckMode.BLOCK) {
            throw invalid(
                    "The notification for %s does not conform to WNM: %s"
                            .formatted(draft.message().dataId(), Remarks.faults(report)));
        }
    }

    /// In every mode: Global Brokers drop what is too large, so that it would count as published and
    /// reach nobody.
    private static void refuseTooLarge(Draft draft) {
        if (draft.bytes().size() > Wnm.MAX_MESSAGE_BYTES) {
            throw invalid(
                    "The notification for %s has %d bytes; at most %d are allowed (/req/core/message_size)."
                            .formatted(
                                    draft.message().dataId(),
                                    draft.bytes().size(),
                                    Wnm.MAX_MESSAGE_BYTES));
        }
    }

    private static StepFailure invalid(String text) {
        return new StepFailure(Failure.permanent(FailureCode.NOTIFICATION_INVALID, text));
    }
}
