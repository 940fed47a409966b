package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Finding;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.wnm.Wnm;

import java.util.ArrayList;
import java.util.List;

/// Judges the very bytes that will be sent by the strict rules of WNM. Pure, so it may be repeated.
///
/// Their size needs no check here, because nothing too large is built; nor does the topic, because a
/// dataset with a topic that WTH does not allow is refused with the configuration.
final class ValidateNotification implements Step<Drafts, Drafts> {

    private final SchemaCheck schema;

    /// @param schema judges beside the rules
    ValidateNotification(SchemaCheck schema) {
        this.schema = schema;
    }

    @Override
    public Drafts perform(Drafts drafts, StepContext context) {
        CheckMode mode = drafts.destination().checks().notification();
        if (mode == CheckMode.OFF) {
            return drafts;
        }
        for (Draft draft : drafts.toSend()) {
            Report report = judged(draft.bytes().bytes());
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

    private Report judged(byte[] notification) {
        Report report = Wnm.validate(notification, Profile.STRICT);
        List<Finding> further = schema.judge(notification);
        if (further.isEmpty()) {
            return report;
        }
        List<Finding> all = new ArrayList<>(report.findings());
        all.addAll(further);
        return new Report(report.profile(), all, report.tests());
    }
}
