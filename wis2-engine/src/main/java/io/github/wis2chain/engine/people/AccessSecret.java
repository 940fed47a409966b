package io.github.wis2chain.engine.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/// A secret that a program carries: a token, or a session's cookie. It is random, so a fast hash of
/// it is safe to keep: nobody can guess what 256 random bits were.
public record AccessSecret(String text) {

    private static final int BYTES = 32;

    /// A new one.
    ///
    /// @param prefix tells people, and programs that look for leaked secrets, what it is
    public static AccessSecret fresh(String prefix) {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new AccessSecret(
                prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What is kept in its place.
    public String hash() {
        return digest("secret", text);
    }

    /// What a page of the session's own must show besides the cookie, which a browser sends of its
    /// own accord. It follows from the secret and does not tell it.
    public String crossSiteToken() {
        return digest("cross-site", text);
    }

    /// Nothing, because it is a secret.
    @Override
    public String toString() {
        return "AccessSecret[hidden]";
    }

    private static String digest(String purpose, String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(sha.digest((purpose + ":" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
