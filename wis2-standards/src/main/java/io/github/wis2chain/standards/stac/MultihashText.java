package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.stac.MultihashRead.Malformed;
import io.github.wis2chain.standards.stac.MultihashRead.Sound;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// Reads one multihash in hexadecimal: varint code, varint length, digest.
final class MultihashText {

    /// The longest digest in use has 64 bytes; twice that and the head leave room.
    private static final int LONGEST = 300;

    /// The lengths of digests in hexadecimal that people take for multihashes.
    private static final Set<Integer> BARE_LENGTHS = Set.of(32, 40, 64, 96, 128);

    private final String hex;
    private int at;

    MultihashText(String hex) {
        this.hex = hex;
    }

    MultihashRead read() {
        if (hex.isEmpty()) {
            return new Malformed("is empty; a multihash in lower-case hexadecimal is required");
        }
        if (hex.length() > LONGEST) {
            return new Malformed(
                    String.format(
                            Locale.ROOT,
                            "has %d characters; a multihash has at most %d",
                            hex.length(),
                            LONGEST));
        }
        if (!Multihash.isLowerHex(hex)) {
            return new Malformed(
                    "has characters other than 0-9 and a-f; a multihash in lower-case hexadecimal"
                            + " is required");
        }
        if (hex.length() % 2 != 0) {
            return new Malformed(
                    String.format(
                            Locale.ROOT,
                            "has an odd number of digits (%d), so it was cut or mistyped",
                            hex.length()));
        }
        OptionalInt code = number();
        OptionalInt length = number();
        if (code.isEmpty() || length.isEmpty()) {
            return new Malformed("does not begin with a code and a length" + bareHint());
        }
        int found = (hex.length() - at) / 2;
        Optional<HashFunction> function = HashFunction.of(code.getAsInt());
        if (found != length.getAsInt()) {
            return new Malformed(
                    String.format(
                                    Locale.ROOT,
                                    "announces a digest of %d bytes%s, but has %d",
                                    length.getAsInt(),
                                    function.map(known -> " of " + known.name()).orElse(""),
                                    found)
                            + bareHint());
        }
        if (function.isPresent() && function.get().length() != found) {
            return new Malformed(
                    String.format(
                            Locale.ROOT,
                            "has a digest of %d bytes, but %s has %d",
                            found,
                            function.get().name(),
                            function.get().length()));
        }
        return new Sound(new Multihash(code.getAsInt(), hex.substring(at)));
    }

    /// An unsigned number of 7 bits a byte, the lowest first, four bytes at most; the shortest form is
    /// required (multiformats unsigned-varint).
    private OptionalInt number() {
        int value = 0;
        for (int shift = 0; shift < 28 && at + 2 <= hex.length(); shift += 7) {
            int octet = Integer.parseInt(hex, at, at + 2, 16);
            at += 2;
            value |= (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return shift > 0 && octet == 0 ? OptionalInt.empty() : OptionalInt.of(value);
            }
        }
        return OptionalInt.empty();
    }

    private String bareHint() {
        return BARE_LENGTHS.contains(hex.length())
                ? "; it has the length of a bare digest, before which a multihash puts code and"
                        + " length, 1220 for sha2-256"
                : "";
    }

    static String varint(int value) {
        var hex = new StringBuilder();
        int rest = value;
        while (rest >= 0x80) {
            hex.append("%02x".formatted((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        return hex.append("%02x".formatted(rest)).toString();
    }
}
