package io.github.wis2chain.standards.wnm;

import java.math.BigInteger;
import java.util.Optional;

/// Data carried inside a notification (WNM 1.3, `/req/core/content`).
///
/// @param encoding how the data became text
/// @param size length of the data before encoding, in bytes, 0 to 4096
/// @param value the encoded data, at most 4096 bytes of UTF-8
public record Content(ContentEncoding encoding, int size, String value) {

    /// The most bytes that data may have before and after encoding.
    public static final int MAX_BYTES = 4096;

    public Content {
        ContentText.fault(encoding, BigInteger.valueOf(size), value)
                .ifPresent(fault -> {
                    throw new IllegalArgumentException("content " + fault);
                });
    }

    /// The data as they were before encoding.
    public byte[] data() {
        return ContentText.decode(encoding, value).orElseThrow();
    }

    /// Data in an encoding; empty if that makes them too large, or if they are no UTF-8 text and were to be `utf-8`.
    public static Optional<Content> of(ContentEncoding encoding, byte[] data) {
        if (data.length > MAX_BYTES) {
            return Optional.empty();
        }
        return ContentText.encode(encoding, data)
                .filter(value -> ContentText.utf8Length(value) <= MAX_BYTES)
                .map(value -> new Content(encoding, data.length, value));
    }

    /// Data in the encoding that suits them: text as it is, other bytes in base64, or in gzip where base64 is too large.
    public static Optional<Content> inline(byte[] data) {
        return of(ContentEncoding.UTF_8, data)
                .or(() -> of(ContentEncoding.BASE64, data))
                .or(() -> of(ContentEncoding.GZIP, data));
    }
}
