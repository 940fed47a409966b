package io.github.wis2chain.adapters.sql;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/// Bytes as a column has them, compared by content. Not copied: nobody in this package changes them.
final class Blob {

    private final byte[] bytes;

    Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
