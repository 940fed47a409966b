package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/// Fetches what a link points to, bounded in time, size and redirects, refusing internal addresses
/// unless they are allowed.
public interface LinkVerifier {

    /// Downloads the data once, streaming.
    ///
    /// @throws io.github.wis2chain.engine.run.StepFailure for anything but a complete answer with
    ///     status 200: temporary for time-outs, refused connections, 408, 425, 429 and 5xx,
    ///     permanent for what the same link will always give
    Evidence fetch(Request request) throws InterruptedException;

    /// What to download and how to measure it.
    ///
    /// @param href absolute, http or https
    /// @param announcedLength bytes that the event announces; a longer body is not read to its end
    /// @param digest JCA name of the digest to compute: `SHA-512`, `SHA3-256`
    /// @param keepUpTo keep the body if it has at most this many bytes; 0 keeps none
    record Request(URI href, OptionalLong announcedLength, String digest, int keepUpTo) {}

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
