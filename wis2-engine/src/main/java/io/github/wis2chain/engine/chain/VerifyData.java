package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.Step;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepContext;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.LinkRelation;

import java.time.InstantSource;
import java.util.Optional;

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
    public Drafts perform(Drafts drafts, StepContext context)
            throws InterruptedException, StepBusy {
        Checks checks = drafts.destination().checks();
        if (checks.links() == CheckMode.OFF) {
            return drafts;
        }
        var links = new LinksOfRun(verifier, drafts.fetched());
        for (Draft draft : drafts.toSend()) {
            if (draft.message().relation() == LinkRelation.DELETION
                    || draft.data() instanceof Download.InVain) {
                continue;
            }
            try {
                verify(draft, links, context);
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

    private void verify(Draft draft, LinksOfRun links, StepContext context)
            throws InterruptedException, StepBusy {
        AnnouncedData announced = AnnouncedData.of(draft.message());
        Optional<LinkVerifier.Evidence> found = draft.data().found();
        LinkVerifier.Evidence evidence =
                found.isPresent()
                        ? found.get()
                        : links.fetch(announced.request(Hrefs.mayAppear(context.event(), clock)));
        context.remark(
                new Remark(
                        Remark.Level.INFO,
                        NAME,
                        "/links/0",
                        announced.compare(evidence),
                        Optional.empty()));
    }
}
