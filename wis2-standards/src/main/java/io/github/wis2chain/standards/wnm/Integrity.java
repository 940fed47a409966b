package io.github.wis2chain.standards.wnm;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;

/// The digest of the data that a notification announces (WNM 1.3, `/rec/core/integrity`).
///
/// @param method the algorithm
/// @param value standard base64, with padding, of the binary digest
public record Integrity(IntegrityMethod method, String value) {

    public Integrity {
        DigestText.fault(method, value)
                .ifPresent(fault -> {
                    throw new IllegalArgumentException(
                            "integrity value [%s] %s".formatted(value, fault.message()));
                });
    }

    /// The integrity stated by a digest that was computed elsewhere.
    ///
    /// @throws IllegalArgumentException if the digest has not the length of the method
    public static Integrity of(IntegrityMethod method, byte[] digest) {
        if (digest.length != method.digestLength()) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "digest of [%d] bytes must have the %d bytes of %s",
                            digest.length,
                            method.digestLength(),
                            method));
        }
        return new Integrity(method, Base64.getEncoder().encodeToString(digest));
    }

    /// The integrity of data at hand.
    public static Integrity ofData(IntegrityMethod method, byte[] data) {
        return of(method, newDigest(method).digest(data));
    }

    /// A digest of the method's algorithm, to be fed with data that come in pieces.
    public static MessageDigest newDigest(IntegrityMethod method) {
        try {
            return MessageDigest.getInstance(method.algorithm());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(
                    "this Java runtime has no %s; all six are part of the JDK"
                            .formatted(method.algorithm()),
                    missing);
        }
    }

    /// The binary digest.
    public byte[] digest() {
        return Base64.getDecoder().decode(value);
    }

    /// Whether a computed digest is the stated one.
    public boolean matches(byte[] digest) {
        return MessageDigest.isEqual(digest(), digest);
    }
}
