package io.github.wis2chain.adapters.mqtt;

import java.nio.file.Path;
import java.util.Optional;

/// How the two ends of an encrypted connection know each other. Files are PEM and are read anew
/// when a client is made.
///
/// @param authorities the certificates that the broker's must lead to; without it, those that the
///     Java platform trusts
/// @param identity what this client shows to the broker
/// @param anyHostName accept a certificate that was made for another host. It must still be a
///     trusted one; there is no switch to accept untrusted ones
public record TlsSettings(
        Optional<Path> authorities, Optional<Identity> identity, boolean anyHostName) {

    /// The platform's authorities, no client certificate, host names compared.
    public static final TlsSettings DEFAULT =
            new TlsSettings(Optional.empty(), Optional.empty(), false);

    /// A client certificate, followed by those that lead to its authority, and its private key:
    /// PKCS#8, or PKCS#1 for RSA, not encrypted.
    public record Identity(Path certificate, Path key) {}

    /// Trusts only what this file holds.
    public TlsSettings withAuthorities(Path file) {
        return new TlsSettings(Optional.of(file), identity, anyHostName);
    }

    public TlsSettings withIdentity(Path certificate, Path key) {
        return new TlsSettings(
                authorities, Optional.of(new Identity(certificate, key)), anyHostName);
    }

    public TlsSettings withAnyHostName() {
        return new TlsSettings(authorities, identity, true);
    }
}
