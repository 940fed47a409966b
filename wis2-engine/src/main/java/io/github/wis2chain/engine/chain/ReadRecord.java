package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.conformance.Report;
import io.github.wis2chain.standards.generation.RecordAnnouncement;
import io.github.wis2chain.standards.json.JsonRead;
import io.github.wis2chain.standards.json.JsonTree;
import io.github.wis2chain.standards.wcmp2.Wcmp2;

import java.util.Optional;

/// Reads a discovery record and judges it by the strict rules of WCMP2.
///
/// One that is withdrawn must only say which it is: whoever withdraws a bad record must not be asked
/// to mend it first.
record ReadRecord(ByHand byHand) {

    RecordChange perform(Event received, Submission.OfRecord asked, StepContext context) {
        byte[] bytes = received.payload().bytes();
        context.label(context.labels().withDataset(ByHand.METADATA));
        JsonTree record = json(bytes);
        record.text("id").ifPresent(id -> context.label(context.labels().withEventName(id)));
        judge(bytes, asked.intent(), context);
        RecordAnnouncement announcement = announcement(record, bytes, asked);
        context.label(context.labels().withDataId(announcement.announcement().dataId().value()));
        refuseForeign(announcement);
        return new RecordChange(announcement, asked.intent(), byHand.metadata());
    }

    private static JsonTree json(byte[] bytes) {
        return switch (Wcmp2.read(bytes, Profile.STRICT)) {
            case JsonRead.Document(JsonTree root) -> root;
            case JsonRead.Refused refused ->
                    throw invalid(
                            (refused.fault().isOfTheReader()
                                            ? "The record is beyond what this program reads: %s"
                                            : "The record is no JSON: %s")
                                    .formatted(refused.message()));
        };
    }

    private static RecordAnnouncement announcement(
            JsonTree record, byte[] bytes, Submission.OfRecord asked) {
        try {
            return RecordAnnouncement.of(record, bytes, asked.url());
        } catch (IllegalArgumentException unidentified) {
            throw new StepFailure(
                    Failure.permanent(
                            FailureCode.RECORD_INVALID,
                            "Nothing can be announced of the record: %s."
                                    .formatted(unidentified.getMessage())),
                    unidentified);
        }
    }

    /// A catalogue takes a record only from the centre in its identifier.
    private void refuseForeign(RecordAnnouncement announcement) {
        Optional<String> centre = announcement.metadataId().centreId();
        if (!centre.equals(Optional.of(byHand.centre().value()))) {
            throw invalid(
                    "/id: the record is of the centre %s; this node publishes for %s."
                            .formatted(centre.orElse("(none)"), byHand.centre()));
        }
    }

    private void judge(byte[] bytes, Submission.Intent intent, StepContext context) {
        if (byHand.records() == CheckMode.OFF) {
            return;
        }
        Report report = Wcmp2.validate(bytes, Profile.STRICT, byHand.topics());
        Remarks.pass(report, context);
        if (!report.conforms()
                && intent != Submission.Intent.WITHDRAW
                && byHand.records() == CheckMode.BLOCK) {
            throw new StepFailure(
                    Failure.permanent(
                                    FailureCode.RECORD_INVALID,
                                    "The record does not conform to WCMP2: %s"
                                            .formatted(Remarks.faults(report)))
                            .blaming(Remarks.culprit(report)));
        }
    }

    private static StepFailure invalid(String text) {
        return new StepFailure(Failure.permanent(FailureCode.RECORD_INVALID, text));
    }
}
