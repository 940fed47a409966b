package io.github.wis2chain.app;

import io.github.wis2chain.console.api.HealthPart.Health;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;

/// Knows when the certificates end that a node took up when it started. A file that was renewed since
/// does not help before the node starts again.
final class CertificateWatch {

    private final InstantSource clock;
    private final List<InUse> inUse;

    private record InUse(CertificateFile file, Instant expiry) {}

    /// @throws IllegalStateException if a file cannot be read: no broker or client starts with it
    CertificateWatch(List<CertificateFile> files, InstantSource clock) {
        this.clock = clock;
        this.inUse = files.stream().map(file -> new InUse(file, file.expiry())).toList();
    }

    boolean isEmpty() {
        return inUse.isEmpty();
    }

    /// How the one is that ends first.
    Health health() {
        InUse first = inUse.stream().min(Comparator.comparing(InUse::expiry)).orElseThrow();
        Instant now = clock.instant();
        String text = first.file().sentence(first.expiry(), now);
        if (CertificateFile.isFarAway(first.expiry(), now)) {
            return Health.well(text);
        }
        boolean renewed = first.file().expiry().isAfter(first.expiry());
        return Health.unwell(
                text,
                renewed
                        ? "The file was renewed; start the node again to take it up."
                        : "Renew the certificate, then start the node again to take it up.");
    }
}
