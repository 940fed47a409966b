package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.StepFailure;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/// Measures the data behind a link while they stream past: length, digest, and the body if it is
/// short enough to keep. For one download and one thread.
///
/// It stops a download as soon as it is certain that the data are too long, so that a wrong link
/// costs no more than the right one would have.
public final class Measurement {

    private final LinkVerifier.Request request;
    private final long maxSize;
    private final MessageDigest digest;
    private final ByteArrayOutputStream kept;
    private long length;

    /// Begins with no bytes.
    ///
    /// @param maxSize bytes that are downloaded at most
    /// @throws IllegalArgumentException if this Java platform does not know the digest
    public Measurement(LinkVerifier.Request request, long maxSize) {
        this.request = request;
        this.maxSize = maxSize;
        try {
            this.digest = MessageDigest.getInstance(request.digest());
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(
                    "digest [%s] must be one that Java knows".formatted(request.digest()), unknown);
        }
        this.kept = new ByteArrayOutputStream(Math.min(request.keepUpTo(), 4096));
    }

    /// Takes note of the length that the server names before it sends the data.
    ///
    /// @throws StepFailure permanent, `DATA_SIZE_MISMATCH` or `LINK_TOO_LARGE`, if that is too long
    public void expect(long offered) {
        if (offered > request.announcedLength().orElse(Long.MAX_VALUE)) {
            throw tooLong(Long.toString(offered));
        }
        if (offered > maxSize) {
            throw tooLarge(offered + " bytes");
        }
    }

    /// Measures the next bytes.
    ///
    /// @throws StepFailure permanent, `DATA_SIZE_MISMATCH` or `LINK_TOO_LARGE`, if there are now
    ///     too many
    public void add(byte[] bytes, int offset, int count) {
        length += count;
        long announced = request.announcedLength().orElse(Long.MAX_VALUE);
        if (length > announced) {
            throw tooLong("at least " + (announced + 1));
        }
        if (length > maxSize) {
            throw tooLarge("more than %d bytes".formatted(maxSize));
        }
        digest.update(bytes, offset, count);
        if (length <= request.keepUpTo()) {
            kept.write(bytes, offset, count);
        }
    }

    /// What was measured, once every byte has come.
    ///
    /// @param finalHref where the data were found after all redirects
    public LinkVerifier.Evidence evidence(int status, URI finalHref, Duration took) {
        boolean keep = request.keepUpTo() > 0 && length <= request.keepUpTo();
        return new LinkVerifier.Evidence(
                status,
                length,
                HexFormat.of().formatHex(digest.digest()),
                keep ? Optional.of(Payload.of(kept.toByteArray())) : Optional.empty(),
                finalHref,
                took);
    }

    private StepFailure tooLong(String found) {
        return new StepFailure(
                Failure.permanent(
                        FailureCode.DATA_SIZE_MISMATCH,
                        "%s has %s bytes, %d announced."
                                .formatted(
                                        request.href(),
                                        found,
                                        request.announcedLength().orElse(Long.MAX_VALUE))));
    }

    private StepFailure tooLarge(String found) {
        return new StepFailure(
                Failure.permanent(
                        FailureCode.LINK_TOO_LARGE,
                        "%s has %s, and at most %d bytes are downloaded."
                                .formatted(request.href(), found, maxSize)));
    }
}
