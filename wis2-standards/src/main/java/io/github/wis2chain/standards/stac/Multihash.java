package io.github.wis2chain.standards.stac;

import io.github.wis2chain.standards.wnm.Integrity;
import io.github.wis2chain.standards.wnm.IntegrityMethod;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A digest that says how it was made: code of the algorithm, length, digest (multiformats multihash).
///
/// @param code the code of the algorithm in the table of multicodec, such as 0x12 for sha2-256
/// @param digest the digest in lower-case hexadecimal; for a known algorithm of its full length
public record Multihash(int code, String digest) {

    public Multihash {
        if (code < 0 || digest.length() % 2 != 0 || !isLowerHex(digest)) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "code [%d] must not be negative and digest [%s] must be lower-case"
                                    + " hexadecimal",
                            code,
                            digest));
        }
        Optional<HashFunction> function = HashFunction.of(code);
        if (function.isPresent() && function.get().length() != digest.length() / 2) {
            throw new IllegalArgumentException(
                    String.format(
                            Locale.ROOT,
                            "digest [%s] must have the %d bytes of %s",
                            digest,
                            function.get().length(),
                            function.get().name()));
        }
    }

    /// Reads a multihash from hexadecimal text, as `file:checksum` holds it. It never throws.
    public static MultihashRead read(String hex) {
        return new MultihashText(hex).read();
    }

    /// The name of the algorithm, such as `sha2-256`; its code when that is not known here.
    public String name() {
        return HashFunction.of(code)
                .map(HashFunction::name)
                .orElseGet(() -> "the algorithm of code 0x%x".formatted(code));
    }

    /// The method by which a notification can state this digest; empty when WNM allows none.
    public Optional<IntegrityMethod> method() {
        return switch (code) {
            case 0x12 -> Optional.of(IntegrityMethod.SHA256);
            case 0x20 -> Optional.of(IntegrityMethod.SHA384);
            case 0x13 -> Optional.of(IntegrityMethod.SHA512);
            case 0x16 -> Optional.of(IntegrityMethod.SHA3_256);
            case 0x15 -> Optional.of(IntegrityMethod.SHA3_384);
            case 0x14 -> Optional.of(IntegrityMethod.SHA3_512);
            default -> Optional.empty();
        };
    }

    /// This digest as a notification states it; empty when WNM does not allow its algorithm.
    public Optional<Integrity> integrity() {
        return method().map(method -> Integrity.of(method, bytes()));
    }

    /// The digest itself.
    public byte[] bytes() {
        return HexFormat.of().parseHex(digest);
    }

    /// The multihash as `file:checksum` holds it.
    public String toHex() {
        return MultihashText.varint(code) + MultihashText.varint(digest.length() / 2) + digest;
    }

    static boolean isLowerHex(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    }
}
