package io.github.wis2chain.engine.chain;

import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.stac.ItemFixture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// One version of the made-up Argo file, with events that tell the truth about it.
record ArgoFile(String text) {

    static final String HREF =
            "https://data.example.org/argo/bufr/2026/03/profile-6999001-014.bufr";
    static final String DATA_ID =
            "fr-ifremer-argo/data/core/ocean/2026/03/profile-6999001-014.bufr";

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /// Its multihash.
    ///
    /// @param head code and length in hexadecimal, such as `1620` for sha3-256
    String multihash(String head, String algorithm) {
        return head + HexFormat.of().formatHex(digest(algorithm));
    }

    byte[] digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm).digest(bytes());
        } catch (NoSuchAlgorithmException unknown) {
            throw new IllegalArgumentException(unknown);
        }
    }

    /// A STAC item with this version as its one asset.
    ItemFixture item() {
        return ItemFixture.anItem()
                .withSize(bytes().length)
                .withChecksum(multihash("1620", "SHA3-256"));
    }

    /// The event of its creation or replacement.
    EventFixture event() {
        return EventFixture.anEvent().withItem(item());
    }

    /// The event of its withdrawal.
    EventFixture deletion() {
        return event().with("type", "org.example.file.deleted");
    }
}
