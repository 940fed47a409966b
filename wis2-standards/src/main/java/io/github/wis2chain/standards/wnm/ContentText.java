package io.github.wis2chain.standards.wnm;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wis2chain.standards.conformance.Faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/// Encodes inline data and judges encoded data (WNM 1.3, `/req/core/content`).
final class ContentText {

    private ContentText() {}

    /// What is wrong with encoded data, to stand after a name in a sentence, if anything.
    static Optional<String> fault(ContentEncoding encoding, BigInteger size, String value) {
        int encodedLength = utf8Length(value);
        if (encodedLength > Content.MAX_BYTES) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "has %d bytes in its encoded form; at most %d are allowed",
                            encodedLength,
                            Content.MAX_BYTES));
        }
        int length = decodedLength(encoding, value, encodedLength);
        if (length < 0) {
            return Optional.of("cannot be decoded as %s; it must be".formatted(encoding));
        }
        if (length > Content.MAX_BYTES) {
            return Optional.of(
                    String.format(
                            Locale.ROOT,
                            "holds more than %d bytes of data; the size may be at most that",
                            Content.MAX_BYTES));
        }
        return BigInteger.valueOf(length).equals(size)
                ? Optional.empty()
                : Optional.of(
                        String.format(
                                Locale.ROOT,
                                "holds %d bytes of data but size is %s; they must be equal",
                                length,
                                Faults.quoted(size.toString())));
    }

    /// The length of a text as UTF-8, in bytes.
    static int utf8Length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            // Each half of a surrogate pair stands for two of its four bytes.
            length += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
        }
        return length;
    }

    static Optional<String> encode(ContentEncoding encoding, byte[] data) {
        return switch (encoding) {
            case UTF_8 -> text(data);
            case BASE64 -> Optional.of(Base64.getEncoder().encodeToString(data));
            case GZIP -> Optional.of(Base64.getEncoder().encodeToString(gzip(data)));
        };
    }

    private static Optional<String> text(byte[] data) {
        try {
            return Optional.of(UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }

    private static byte[] gzip(byte[] data) {
        var zipped = new ByteArrayOutputStream();
        try (var stream = new GZIPOutputStream(zipped)) {
            stream.write(data);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return zipped.toByteArray();
    }

    /// The length of the data behind the text: -1 if it cannot be decoded, and never far beyond the limit, so that a
    /// small stream that unpacks to a huge one costs nothing.
    private static int decodedLength(ContentEncoding encoding, String value, int encodedLength) {
        return encoding == ContentEncoding.UTF_8
                ? encodedLength
                : decode(encoding, value).map(bytes -> bytes.length).orElse(-1);
    }

    /// The data behind the text; empty if it cannot be decoded, and cut just beyond the limit.
    static Optional<byte[]> decode(ContentEncoding encoding, String value) {
        return switch (encoding) {
            case UTF_8 -> Optional.of(value.getBytes(UTF_8));
            case BASE64 -> DigestText.decode(value);
            case GZIP ->
                    DigestText.decode(value)
                            .flatMap(zipped -> Gunzip.unzipped(zipped, Content.MAX_BYTES));
        };
    }
}
