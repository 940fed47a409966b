package io.github.wis2chain.engine.people;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/// A password made unreadable: PBKDF2 with HMAC-SHA-512 (RFC 8018), written as
/// `pbkdf2-sha512$<iterations>$<salt>$<hash>`, salt and hash in Base64 without padding.
///
/// A new hash has 210,000 iterations, a salt of 16 random bytes and 32 bytes of hash; making or
/// verifying one takes some tenths of a second of one core, which is its purpose. A hash of fewer
/// iterations is refused.
public final class PasswordHash {

    /// The fewest iterations that are accepted, and the number that new hashes have.
    public static final int ITERATIONS = 210_000;

    /// More than this would let a line in a file of users keep a core busy for minutes.
    private static final int MOST_ITERATIONS = 10_000_000;

    private static final Pattern FORM =
            Pattern.compile("pbkdf2-sha512\\$(\\d{1,8})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final int iterations;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this.iterations = iterations;
        this.salt = salt;
        this.hash = hash;
    }

    /// The hash of this password, with a new salt.
    public static PasswordHash of(char[] password) {
        if (password.length == 0) {
            throw new IllegalArgumentException("a password must not be empty");
        }
        var salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS, HASH_BYTES));
    }

    /// Reads what {@link #toString()} wrote.
    ///
    /// @throws IllegalArgumentException for any other form; the text does not repeat the hash
    public static PasswordHash parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "a password hash must have the form pbkdf2-sha512$<iterations>$<salt>$<hash>"
                            + " with salt and hash in Base64 without padding");
        }
        int iterations = Integer.parseInt(match.group(1));
        if (iterations < ITERATIONS || iterations > MOST_ITERATIONS) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "a password hash must have %d to %d iterations, this one has %d",
                            ITERATIONS,
                            MOST_ITERATIONS,
                            iterations));
        }
        byte[] salt = decode(match.group(2));
        byte[] hash = decode(match.group(3));
        if (salt.length < 8 || hash.length < 16 || hash.length > 64) {
            throw new IllegalArgumentException(
                    "a password hash must have a salt of at least 8 bytes and a hash of 16 to 64"
                            + " bytes");
        }
        return new PasswordHash(iterations, salt, hash);
    }

    /// Whether this is the password. Slow by design; compares in constant time.
    public boolean verify(char[] password) {
        byte[] derived = derive(password, salt, iterations, hash.length);
        return password.length > 0 && MessageDigest.isEqual(derived, hash);
    }

    private static byte[] derive(char[] password, byte[] salt, int iterations, int bytes) {
        // PBEKeySpec refuses nothing but its factory refuses an empty password on some platforms;
        // the same work is done for it, so that time tells nothing.
        char[] input = password.length == 0 ? new char[] {'\0'} : password;
        return SlowDigest.of(input, salt, iterations, bytes);
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a password hash must be in Base64", e);
        }
    }

    /// The text to be kept in a file of users.
    @Override
    public String toString() {
        var base64 = Base64.getEncoder().withoutPadding();
        return String.join(
                "$",
                "pbkdf2-sha512",
                Integer.toString(iterations),
                base64.encodeToString(salt),
                base64.encodeToString(hash));
    }
}
