package io.github.wis2chain.standards.wnm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Unpacks one gzip stream (RFC 1952), once. Unlike the stream of the JDK it takes nothing after the last member.
final class Gunzip {

    private static final int HEADER_BYTES = 10;
    private static final int TRAILER_BYTES = 8;
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER_CRC = 0x02;
    private static final int EXTRA = 0x04;
    private static final int NAME = 0x08;
    private static final int COMMENT = 0x10;
    private static final int RESERVED = 0xe0;

    private final ByteBuffer in;
    private final int most;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Gunzip(byte[] zipped, int most) {
        this.in = ByteBuffer.wrap(zipped).order(ByteOrder.LITTLE_ENDIAN);
        this.most = most;
    }

    /// The data; empty if the bytes are no gzip stream. More data than the most are cut just beyond it, so that a small
    /// stream that unpacks to a huge one costs nothing.
    static Optional<byte[]> unzipped(byte[] zipped, int most) {
        var gunzip = new Gunzip(zipped, most);
        return gunzip.isSound() ? Optional.of(gunzip.out.toByteArray()) : Optional.empty();
    }

    private boolean isSound() {
        do {
            if (!skipHeader() || !inflate()) {
                return false;
            }
        } while (in.hasRemaining() && out.size() <= most);
        return true;
    }

    private boolean skipHeader() {
        if (in.remaining() < HEADER_BYTES) {
            return false;
        }
        boolean gzip = (in.getShort() & 0xffff) == MAGIC && in.get() == DEFLATE;
        int flags = in.get();
        // The time, and how and on what it was packed, say nothing of the data.
        in.position(in.position() + 6);
        return gzip
                && (flags & RESERVED) == 0
                && ((flags & EXTRA) == 0
                        || (skip(2) && skip(in.getShort(in.position() - 2) & 0xffff)))
                && ((flags & NAME) == 0 || skipText())
                && ((flags & COMMENT) == 0 || skipText())
                && ((flags & HEADER_CRC) == 0 || skip(2));
    }

    private boolean skip(int bytes) {
        if (in.remaining() < bytes) {
            return false;
        }
        in.position(in.position() + bytes);
        return true;
    }

    private boolean skipText() {
        while (in.hasRemaining()) {
            if (in.get() == 0) {
                return true;
            }
        }
        return false;
    }

    /// Unpacks one member; the answer is whether it is whole, or more than is wanted.
    private boolean inflate() {
        var crc = new CRC32();
        int length = 0;
        byte[] part = new byte[512];
        try (var inflater = new Inflater(true)) {
            inflater.setInput(in);
            while (!inflater.finished()) {
                int count = inflater.inflate(part);
                boolean stuck = count == 0 && !inflater.finished();
                if (stuck) {
                    return false;
                }
                crc.update(part, 0, count);
                length += count;
                out.write(part, 0, count);
                if (out.size() > most) {
                    return true;
                }
            }
        } catch (DataFormatException _) {
            return false;
        }
        return in.remaining() >= TRAILER_BYTES
                && in.getInt() == (int) crc.getValue()
                && in.getInt() == length;
    }
}
