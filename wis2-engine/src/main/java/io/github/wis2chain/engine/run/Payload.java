package io.github.wis2chain.engine.run;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// Bytes as they were received or will be sent: immutable, compared by content.
public final class Payload {

    /// No bytes.
    public static final Payload EMPTY = new Payload(new byte[0]);

    private final byte[] bytes;

    private Payload(byte[] bytes) {
        this.bytes = bytes;
    }

    /// A payload of a copy of these bytes.
    public static Payload of(byte[] bytes) {
        return new Payload(bytes.clone());
    }

    /// A payload of these very bytes, not a copy: from now on nobody may change them.
    public static Payload owning(byte[] bytes) {
        return new Payload(bytes);
    }

    /// A payload of a copy of what is left in this buffer, which stays as it is.
    public static Payload of(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return new Payload(bytes);
    }

    /// A payload of the UTF-8 form of this text.
    public static Payload ofText(String text) {
        return new Payload(text.getBytes(StandardCharsets.UTF_8));
    }

    /// A copy of the bytes.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The number of bytes.
    public int size() {
        return bytes.length;
    }

    /// The first bytes, at most `limit` of them; this payload itself when it is not longer.
    public Payload head(int limit) {
        return bytes.length <= limit ? this : new Payload(Arrays.copyOf(bytes, limit));
    }

    /// The SHA-256 digest of the bytes, 64 lower-case hexadecimal digits.
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /// The bytes read as UTF-8; malformed sequences become U+FFFD. For display only.
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Payload payload && Arrays.equals(bytes, payload.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Payload[%d bytes]".formatted(bytes.length);
    }
}
