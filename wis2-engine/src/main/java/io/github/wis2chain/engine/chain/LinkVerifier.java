package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepBusy;
import io.github.wis2chain.engine.run.StepFailure;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Fetches what a link points to, bounded in time, size and redirects, refusing internal addresses
/// unless they are allowed.
public interface LinkVerifier {

    /// Downloads the data once, streaming.
    ///
    /// Whether length and digest are those that the event announces is for the caller to compare;
    /// only what is already too long is given up here.
    ///
    /// @param waits whether it waits as long as a download may take if too many are under way at the
    ///     server, and not only for a turn that is near
    /// @throws StepBusy if there was no place in time
    /// @throws StepFailure for anything but a complete answer with
    ///     status 200: temporary for what the server or the network may get over (time-outs,
    ///     refused connections, certificates, names that do not resolve, 408, 425, 429, 5xx, and
    ///     404 while the file may still appear), permanent for what the same link will always give
    Evidence fetch(Request request, boolean waits) throws InterruptedException, StepBusy;

    /// Downloads the data for whoever does not come back later, and so waits wherever it has to.
    ///
    /// @throws StepFailure also if there was no place in time
    default Evidence fetch(Request request) throws InterruptedException {
        try {
            return fetch(request, true);
        } catch (StepBusy busy) {
            throw new StepFailure(noPlace(busy), busy);
        }
    }

    /// What it is to whoever does not come back later that there was no place. It says nothing of the
    /// data, so no [Checks] let it pass.
    static Failure noPlace(StepBusy busy) {
        return Failure.temporary(FailureCode.LINK_BUSY, busy.text()).blaming(busy.culprit());
    }

    /// What to download and how to measure it.
    ///
    /// @param href absolute, http or https
    /// @param announcedLength bytes that the event announces; a longer body is not read to its end
    /// @param digest JCA name of the digest to compute: `SHA-512`, `SHA3-256`
    /// @param keepUpTo keep the body if it has at most this many bytes; 0 keeps none
    /// @param mayAppear the event is so fresh that its file may not be visible yet, so that a 404
    ///     is a temporary failure
    record Request(
            URI href,
            OptionalLong announcedLength,
            String digest,
            int keepUpTo,
            boolean mayAppear) {

        public Request {
            if (keepUpTo < 0 || announcedLength.orElse(0) < 0) {
                throw new IllegalArgumentException(
                        "keepUpTo [%d] and announcedLength [%d] must not be negative"
                                .formatted(keepUpTo, announcedLength.orElse(0)));
            }
        }

        /// A request for a file that may still be on its way to where the link points.
        public Request(URI href, OptionalLong announcedLength, String digest, int keepUpTo) {
            this(href, announcedLength, digest, keepUpTo, true);
        }
    }

    /// What was found behind a link.
    ///
    /// @param length bytes received
    /// @param digest raw digest, in hexadecimal
    /// @param body the bytes, if few enough were asked to be kept
    record Evidence(
            int status,
            long length,
            String digest,
            Optional<Payload> body,
            URI finalHref,
            Duration took) {}
}
