package io.github.wis2chain.standards.wnm;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The six digest algorithms that a notification may name (WNM 1.3, `properties.integrity.method`).
public enum IntegrityMethod {
    SHA256("sha256", "SHA-256", 32),
    SHA384("sha384", "SHA-384", 48),
    SHA512("sha512", "SHA-512", 64),
    SHA3_256("sha3-256", "SHA3-256", 32),
    SHA3_384("sha3-384", "SHA3-384", 48),
    SHA3_512("sha3-512", "SHA3-512", 64);

    private final String wireName;
    private final String algorithm;
    private final int digestLength;

    IntegrityMethod(String wireName, String algorithm, int digestLength) {
        this.wireName = wireName;
        this.algorithm = algorithm;
        this.digestLength = digestLength;
    }

    /// The name in a notification, such as `sha3-256`.
    public String wireName() {
        return wireName;
    }

    /// The name for `MessageDigest.getInstance`, such as `SHA3-256`.
    public String algorithm() {
        return algorithm;
    }

    /// The length of the digest in bytes.
    public int digestLength() {
        return digestLength;
    }

    /// The method of that name in a notification; names are case-sensitive.
    public static Optional<IntegrityMethod> named(String wireName) {
        for (IntegrityMethod method : values()) {
            if (method.wireName.equals(wireName)) {
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    /// All names in one phrase for people.
    static String allNames() {
        return Arrays.stream(values())
                .map(IntegrityMethod::wireName)
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return wireName;
    }
}
