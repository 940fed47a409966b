package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import java.util.HashSet;
import java.util.Set;

/// Follows the links of one run, one after the other, in one attempt.
///
/// A run that finds a server busy comes back later, and then begins anew. So a server that has let it
/// in once is waited for from then on: what was downloaded there is not downloaded again for the sake
/// of the rest. That holds up few runs at a time, because other runs are let in behind those who wait,
/// and only where their own wait is short.
final class LinksOfRun {

    private final LinkVerifier verifier;
    private final Set<DataServer> letIn;

    /// @param letIn the servers that have let the run in before, in this attempt
    LinksOfRun(LinkVerifier verifier, Set<DataServer> letIn) {
        this.verifier = verifier;
        this.letIn = new HashSet<>(letIn);
    }

    /// Downloads the data of the next link.
    ///
    /// @throws StepBusy if its server is busy and has not let the run in yet
    LinkVerifier.Evidence fetch(LinkVerifier.Request request)
            throws InterruptedException, StepBusy {
        try {
            LinkVerifier.Evidence found = verifier.fetch(request, letIn::contains);
            letIn.add(DataServer.of(request.href()));
            letIn.add(DataServer.of(found.finalHref()));
            return found;
        } catch (StepFailure failure) {
            letIn.add(DataServer.of(request.href()));
            throw failure;
        }
    }

    /// The servers that have let the run in so far.
    Set<DataServer> letIn() {
        return letIn;
    }
}
