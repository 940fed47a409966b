package io.github.wis2chain.adapters.sql;

import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.Payload;

import java.nio.ByteBuffer;
import java.util.UUID;
import java.util.regex.Pattern;

/// What of a notification is stored packed: what it says occurs in its message too, and so costs
/// next to nothing.
record NotificationBody(
        String dataId, String topic, String rel, String fingerprint, Payload message) {

    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final int VERSION = 1;

    static NotificationBody of(Ready ready) {
        return new NotificationBody(
                ready.dataId(), ready.topic(), ready.rel(), ready.fingerprint(), ready.message());
    }

    byte[] packed(Press press) {
        var out = new PackedOutput();
        out.number(VERSION).bytes(message.bytes());
        out.text(dataId).text(topic).text(rel).text(fingerprint);
        return press.press(out.toBytes());
    }

    static NotificationBody unpacked(Press press, byte[] packed) {
        var in = new PackedInput(press.unpress(packed));
        Versions.check("notification", in.number(), VERSION);
        Payload message = Payload.of(in.bytes());
        return new NotificationBody(in.text(), in.text(), in.text(), in.text(), message);
    }

    /// An id of this form is the only one under which a notification is stored.
    static boolean isUuid(String id) {
        return CANONICAL.matcher(id).matches();
    }

    /// A notification's id in 16 bytes.
    ///
    /// @throws IllegalArgumentException if it is no UUID in the canonical form
    static byte[] uuidBytes(String id) {
        UUID uuid = UUID.fromString(id);
        if (!uuid.toString().equals(id)) {
            throw new IllegalArgumentException(
                    "notification id [%s] must be a UUID in lower-case canonical form"
                            .formatted(id));
        }
        return ByteBuffer.allocate(16)
                .putLong(uuid.getMostSignificantBits())
                .putLong(uuid.getLeastSignificantBits())
                .array();
    }

    static String uuidText(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong()).toString();
    }
}
