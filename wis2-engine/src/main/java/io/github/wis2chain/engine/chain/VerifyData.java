package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.Link;
import io.github.wis2chain.standards.wnm.LinkRelation;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;

/// Fetches the data behind each link and compares it with what the notification announces. It only
/// reads, so it may be repeated.
final class VerifyData implements Step<Drafts, Drafts> {

    private static final String NAME = "verify-data";

    private final LinkVerifier verifier;
    private final InstantSource clock;

    VerifyData(LinkVerifier verifier, InstantSource clock) {
        this.verifier = verifier;
        this.clock = clock;
    }

    @Override
    public Drafts perform(Drafts drafts, StepContext context) throws InterruptedException {
        Checks checks = drafts.destination().checks();
        if (checks.links() == CheckMode.OFF) {
            return drafts;
        }
        for (Draft draft : drafts.toSend()) {
            if (draft.message().relation() == LinkRelation.DELETION
                    || draft.data() instanceof Download.InVain) {
                continue;
            }
            try {
                verify(draft, context);
            } catch (StepFailure failure) {
                if (checks.after(failure.failure()) == CheckMode.BLOCK) {
                    throw failure;
                }
                context.remark(
                        new Remark(
                                Remark.Level.WARNING,
                                NAME,
                                "/links/0",
                                failure.failure().text(),
                                Optional.empty()));
            }
        }
        return drafts;
    }

    private void verify(Draft draft, StepContext context) throws InterruptedException {
        Link link = draft.message().primaryLink();
        Optional<Integrity> integrity = draft.message().integrity();
        Optional<LinkVerifier.Evidence> found = draft.data().found();
        LinkVerifier.Evidence evidence =
                found.isPresent()
                        ? found.get()
                        : verifier.fetch(
                                new LinkVerifier.Request(
                                        link.href(),
                                        link.length()
                                                .map(OptionalLong::of)
                                                .orElseGet(OptionalLong::empty),
                                        integrity
                                                .map(announced -> announced.method().algorithm())
                                                .orElse("SHA-512"),
                                        0,
                                        Hrefs.mayAppear(context.event(), clock)));
        compareLength(link, evidence);
        integrity.ifPresent(announced -> compareDigest(link, announced, evidence));
        context.remark(
                new Remark(
                        Remark.Level.INFO,
                        NAME,
                        "/links/0",
                        "%s answered %d with %d bytes in %d ms; %s."
                                .formatted(
                                        link.href(),
                                        evidence.status(),
                                        evidence.length(),
                                        evidence.took().toMillis(),
                                        integrity
                                                .map(announced ->
                                                        announced.method().wireName() + " agrees")
                                                .orElse("no digest is announced")),
                        Optional.empty()));
    }

    private static void compareLength(Link link, LinkVerifier.Evidence evidence) {
        Optional<Long> announced = link.length();
        if (announced.isPresent() && announced.get() != evidence.length()) {
            throw new StepFailure(
                    Failure.permanent(
                                    FailureCode.DATA_SIZE_MISMATCH,
                                    "/links/0: %s gave %d bytes, %d are announced."
                                            .formatted(
                                                    link.href(),
                                                    evidence.length(),
                                                    announced.get()))
                            .blaming(String.valueOf(link.href().getHost())));
        }
    }

    private static void compareDigest(
            Link link, Integrity announced, LinkVerifier.Evidence evidence) {
        String expected = HexFormat.of().formatHex(announced.digest());
        if (!expected.equals(evidence.digest())) {
            throw new StepFailure(
                    Failure.permanent(
                                    FailureCode.DATA_DIGEST_MISMATCH,
                                    "/properties/integrity: the %s of %s is %s, %s is announced."
                                            .formatted(
                                                    announced.method().wireName(),
                                                    link.href(),
                                                    evidence.digest(),
                                                    expected))
                            .blaming(String.valueOf(link.href().getHost())));
        }
    }
}
