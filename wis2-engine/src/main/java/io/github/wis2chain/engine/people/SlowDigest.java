package io.github.wis2chain.engine.people;

import java.security.GeneralSecurityException;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A digest that takes long on purpose, so that what was digested cannot be found by trying: PBKDF2
/// with HMAC-SHA-512 (RFC 8018).
public final class SlowDigest {

    private SlowDigest() {}

    /// Digests a secret of at least one character.
    ///
    /// @param iterations {@link PasswordHash#ITERATIONS} take some tenths of a second of one core
    /// @param bytes length of the digest
    public static byte[] of(char[] secret, byte[] salt, int iterations, int bytes) {
        var spec = new PBEKeySpec(secret, salt, iterations, bytes * 8);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has PBKDF2WithHmacSHA512", impossible);
        } finally {
            spec.clearPassword();
        }
    }
}
