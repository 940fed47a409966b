package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.topics.Topic;
import io.github.wis2chain.standards.wnm.NotificationMessage;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells what one notification announces from what another does.
///
/// It covers the whole message but its id, pubtime and relation, and the topic. The digest of the
/// data alone would not do: an event whose place or time was corrected, by its producer or an
/// operator, must go out although the file is the same. That an operator edited the event is no
/// better sign, because then a producer's own correction would be lost, and an edit that changes
/// nothing would be announced.
final class Fingerprint {

    private Fingerprint() {}

    /// `sha256:` and 64 hexadecimal digits.
    ///
    /// Without a digest of the data the event takes its place: then every event announces something
    /// new, unless it is the same byte for byte.
    ///
    /// @param unsent the message before it has an id, a pubtime and its relation
    /// @param bytes its serialised form
    static String of(NotificationMessage unsent, byte[] bytes, Topic topic, Event event) {
        MessageDigest digest = sha256();
        digest.update(bytes);
        digest.update(Payload.ofText(topic.value()).bytes());
        if (unsent.integrity().isEmpty()) {
            digest.update(event.payload().bytes());
        }
        return "sha256:" + HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
