package io.github.wis2chain.adapters.sql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Stores the text of a fingerprint, and a digest in it as bytes: that takes less room than digits or
/// Base64, and one is kept for every `data_id` that was published.
final class Fingerprints {

    private static final byte TEXT = 0;
    private static final byte HEXADECIMAL = 1;
    private static final byte BASE64 = 2;

    private Fingerprints() {}

    static byte[] packed(String fingerprint) {
        int colon = fingerprint.indexOf(':');
        if (colon > 0 && colon < Byte.MAX_VALUE) {
            String value = fingerprint.substring(colon + 1);
            for (byte form : new byte[] {HEXADECIMAL, BASE64}) {
                Optional<byte[]> bytes = parsed(form, value);
                // Only what comes back as it was may be stored so.
                if (bytes.isPresent() && written(form, bytes.get()).equals(value)) {
                    return packed(form, fingerprint.substring(0, colon), bytes.get());
                }
            }
        }
        byte[] text = fingerprint.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + text.length).put(TEXT).put(text).array();
    }

    private static byte[] packed(byte form, String method, byte[] value) {
        byte[] name = method.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(3 + name.length + value.length)
                .put(form)
                .putShort((short) name.length)
                .put(name)
                .put(value)
                .array();
    }

    static String unpacked(byte[] packed) {
        byte form = packed[0];
        if (form == TEXT) {
            return new String(packed, 1, packed.length - 1, StandardCharsets.UTF_8);
        }
        int begin = 3 + ByteBuffer.wrap(packed).getShort(1);
        byte[] value = Arrays.copyOfRange(packed, begin, packed.length);
        return new String(packed, 3, begin - 3, StandardCharsets.UTF_8)
                + ":"
                + written(form, value);
    }

    private static Optional<byte[]> parsed(byte form, String value) {
        try {
            return Optional.of(
                    form == HEXADECIMAL
                            ? HexFormat.of().parseHex(value)
                            : Base64.getDecoder().decode(value));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static String written(byte form, byte[] value) {
        return form == HEXADECIMAL
                ? HexFormat.of().formatHex(value)
                : Base64.getEncoder().encodeToString(value);
    }
}
