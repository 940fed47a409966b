package io.github.wis2chain.app.sample;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes numbers of any width one after the other, most significant bit first, as BUFR has them.
final class BitWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    /// Appends a number in this many bits, between 1 and 32.
    ///
    /// @throws IllegalArgumentException if it does not fit
    BitWriter number(long value, int bits) {
        if (value < 0 || value >>> bits != 0) {
            throw new IllegalArgumentException(
                    "%d does not fit into %d bits".formatted(value, bits));
        }
        for (int bit = bits - 1; bit >= 0; bit--) {
            pending = pending << 1 | (int) (value >>> bit & 1);
            pendingBits++;
            if (pendingBits == 8) {
                bytes.write(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
        return this;
    }

    /// Appends a quantity as Table B writes it: `value · 10^scale - reference`.
    BitWriter quantity(double value, int scale, long reference, int bits) {
        return number(Math.round(value * Math.pow(10, scale)) - reference, bits);
    }

    /// Appends text in this many characters, filled with blanks.
    BitWriter text(String text, int characters) {
        String filled = text + " ".repeat(characters - text.length());
        for (byte character : filled.getBytes(StandardCharsets.US_ASCII)) {
            number(character, 8);
        }
        return this;
    }

    /// Appends bytes.
    BitWriter bytes(byte[] more) {
        for (byte each : more) {
            number(each & 0xff, 8);
        }
        return this;
    }

    /// Everything so far; a last byte that is not full is filled with zeros.
    byte[] toBytes() {
        int fill = (8 - pendingBits) % 8;
        return fill == 0 ? bytes.toByteArray() : number(0, fill).toBytes();
    }
}
