package io.github.wis2chain.standards.wnm;

import java.util.Optional;

/// How inline data are put into a notification (WNM 1.3, `properties.content.encoding`).
public enum ContentEncoding {
    /// The text itself.
    UTF_8("utf-8"),
    /// Base64 of the bytes.
    BASE64("base64"),
    /// Base64 of the RFC 1952 gzip stream of the bytes.
    GZIP("gzip");

    private final String wireName;

    ContentEncoding(String wireName) {
        this.wireName = wireName;
    }

    /// The name in a notification, such as `utf-8`.
    public String wireName() {
        return wireName;
    }

    /// The encoding of that name in a notification; names are case-sensitive.
    public static Optional<ContentEncoding> named(String wireName) {
        for (ContentEncoding encoding : values()) {
            if (encoding.wireName.equals(wireName)) {
                return Optional.of(encoding);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return wireName;
    }
}
