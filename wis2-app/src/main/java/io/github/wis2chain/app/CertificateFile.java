package io.github.wis2chain.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/// A PEM file with a certificate that this node shows to others.
///
/// @param user what shows it: `broker`, `publisher`, `source argo-files`
public record CertificateFile(String user, Path path) {

    /// So long before its end a certificate shall be renewed.
    private static final Duration EARLY = Duration.ofDays(30);

    /// The end of the first certificate, which is the node's own. Read anew each time, because
    /// certificates are renewed under a running node.
    ///
    /// @throws IllegalStateException if the file cannot be read or holds no certificate, one sentence
    public Instant expiry() {
        try (InputStream file = Files.newInputStream(path)) {
            var first =
                    (X509Certificate)
                            CertificateFactory.getInstance("X.509").generateCertificate(file);
            return first.getNotAfter().toInstant();
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "the certificate %s of %s cannot be read (%s)"
                            .formatted(path, user, unreadable.getClass().getSimpleName()),
                    unreadable);
        } catch (CertificateException wrong) {
            throw new IllegalStateException(
                    "the file %s of %s is no certificate".formatted(path, user), wrong);
        }
    }

    /// Whether there is so much time until the end that nobody need do anything.
    public static boolean isFarAway(Instant expiry, Instant now) {
        return expiry.isAfter(now.plus(EARLY));
    }

    /// One sentence: when it ends or ended.
    public String sentence(Instant expiry, Instant now) {
        long days = Math.abs(Duration.between(now, expiry).toDays());
        String span = days == 1 ? "1 day" : days + " days";
        return "The certificate of %s %s on %s, %s (%s)."
                .formatted(
                        user,
                        expiry.isAfter(now) ? "expires" : "expired",
                        expiry.atOffset(ZoneOffset.UTC).toLocalDate(),
                        expiry.isAfter(now) ? "in " + span : span + " ago",
                        path);
    }
}
