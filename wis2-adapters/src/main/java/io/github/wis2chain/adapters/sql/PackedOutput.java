package io.github.wis2chain.adapters.sql;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes values one after the other, without names, for {@link PackedInput} to read in the same
/// order. Numbers take as many bytes as they need, seven bits in each.
final class PackedOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);

    PackedOutput number(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        bytes.write((int) rest);
        return this;
    }

    /// Small negative numbers are short, too.
    PackedOutput signed(long value) {
        return number((value << 1) ^ (value >> 63));
    }

    PackedOutput flag(boolean value) {
        return number(value ? 1 : 0);
    }

    /// To the microsecond.
    PackedOutput instant(Instant value) {
        return signed(value.getEpochSecond() * 1_000_000L + value.getNano() / 1_000);
    }

    PackedOutput text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    PackedOutput text(Optional<String> value) {
        flag(value.isPresent());
        value.ifPresent(this::text);
        return this;
    }

    PackedOutput bytes(byte[] value) {
        number(value.length);
        bytes.writeBytes(value);
        return this;
    }

    <T> PackedOutput each(List<T> values, Consumer<T> write) {
        number(values.size());
        values.forEach(write);
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
