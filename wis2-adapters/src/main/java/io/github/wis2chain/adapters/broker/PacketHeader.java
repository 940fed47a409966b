package io.github.wis2chain.adapters.broker;

/// The first bytes of an MQTT packet, read one by one: its type, and how long the rest is (MQTT 5,
/// 2.1).
final class PacketHeader {

    private static final int PUBLISH = 3;
    private static final int LONGEST_LENGTH = 4;

    private int count;
    private int first;
    private int remaining;
    private boolean complete;

    /// Takes the next byte.
    ///
    /// @return whether it was the last one of the header
    boolean add(byte next) {
        if (count == 0) {
            first = next & 0xFF;
        } else {
            remaining |= (next & 0x7F) << (7 * (count - 1));
            complete = next >= 0;
        }
        count++;
        return complete;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// The length has more bytes than the protocol knows.
    boolean isMalformed() {
        return !complete && count > LONGEST_LENGTH;
    }

    boolean isPublish() {
        return first >> 4 == PUBLISH;
    }

    /// A message that is acknowledged when it was taken.
    boolean isAcknowledged() {
        return isPublish() && (first & 0b0110) != 0;
    }

    /// A message that is marked as sent before (DUP).
    boolean isRepeated() {
        return isPublish() && (first & 0b1000) != 0;
    }

    /// The bytes behind the header.
    int remaining() {
        return remaining;
    }

    /// The whole packet.
    int size() {
        return count + remaining;
    }

    void clear() {
        count = 0;
        remaining = 0;
        complete = false;
    }
}
