package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

/// Follows the links of one run, one after the other, in one attempt.
///
/// A run that finds a server busy comes back later, and then begins anew. So it does that before its
/// first download only: from then on it waits wherever it has to, and what was downloaded is not
/// downloaded again for the sake of the rest. If it waits in vain the attempt has failed, and counts,
/// however lenient the checks are: otherwise the same files might be downloaded for ever, or a run with
/// many files wait as long again for each.
final class LinksOfRun {

    private final LinkVerifier verifier;
    private boolean begun;

    /// @param begun whether links were followed before, in this attempt
    LinksOfRun(LinkVerifier verifier, boolean begun) {
        this.verifier = verifier;
        this.begun = begun;
    }

    /// Downloads the data of the next link.
    ///
    /// @throws StepBusy if its server is busy and it is the first link
    /// @throws StepFailure also if there was no place in time for a further one: `LINK_BUSY`
    LinkVerifier.Evidence fetch(LinkVerifier.Request request)
            throws InterruptedException, StepBusy {
        try {
            return begun ? verifier.fetch(request) : verifier.fetch(request, false);
        } finally {
            begun = true;
        }
    }

    /// Whether a link was followed so far.
    boolean begun() {
        return begun;
    }
}
