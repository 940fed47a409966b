package io.github.wis2chain.standards.stac;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// An algorithm in the table of multicodec.
///
/// @param name as in that table
/// @param length of its digest in bytes
record HashFunction(String name, int length) {

    private static final Map<Integer, HashFunction> BY_CODE = table();

    static Optional<HashFunction> of(int code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    private static Map<Integer, HashFunction> table() {
        Map<Integer, HashFunction> table = new HashMap<>();
        table.put(0x11, new HashFunction("sha1", 20));
        table.put(0x12, new HashFunction("sha2-256", 32));
        table.put(0x13, new HashFunction("sha2-512", 64));
        table.put(0x14, new HashFunction("sha3-512", 64));
        table.put(0x15, new HashFunction("sha3-384", 48));
        table.put(0x16, new HashFunction("sha3-256", 32));
        table.put(0x17, new HashFunction("sha3-224", 28));
        table.put(0x1a, new HashFunction("keccak-224", 28));
        table.put(0x1b, new HashFunction("keccak-256", 32));
        table.put(0x1c, new HashFunction("keccak-384", 48));
        table.put(0x1d, new HashFunction("keccak-512", 64));
        table.put(0x20, new HashFunction("sha2-384", 48));
        table.put(0x56, new HashFunction("dbl-sha2-256", 32));
        table.put(0xd4, new HashFunction("md4", 16));
        table.put(0xd5, new HashFunction("md5", 16));
        table.put(0x1012, new HashFunction("sha2-256-trunc254-padded", 32));
        table.put(0x1013, new HashFunction("sha2-224", 28));
        table.put(0x1014, new HashFunction("sha2-512-224", 28));
        table.put(0x1015, new HashFunction("sha2-512-256", 32));
        for (int bytes = 1; bytes <= 64; bytes++) {
            table.put(0xb200 + bytes, new HashFunction("blake2b-" + 8 * bytes, bytes));
        }
        for (int bytes = 1; bytes <= 32; bytes++) {
            table.put(0xb240 + bytes, new HashFunction("blake2s-" + 8 * bytes, bytes));
        }
        return Map.copyOf(table);
    }
}
