package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;

/// The packet identifier of a PUBLISH, read from behind its topic while it passes, however it is cut
/// (MQTT 5, 3.3.2).
final class PublishId {

    private static final int LENGTH_OF_TOPIC = 2;
    private static final int LENGTH_OF_ID = 2;

    private int position;
    private int topic;
    private int id;

    /// Takes the next bytes behind the header.
    void read(ByteBuf from, int begin, int length) {
        int at = begin;
        int end = begin + length;
        while (at < end && !isComplete()) {
            int topicLeft = LENGTH_OF_TOPIC + topic - position;
            int taken = 1;
            if (position < LENGTH_OF_TOPIC) {
                topic = topic << 8 | from.getUnsignedByte(at);
            } else if (topicLeft > 0) {
                taken = Math.min(topicLeft, end - at);
            } else {
                id = id << 8 | from.getUnsignedByte(at);
            }
            at += taken;
            position += taken;
        }
    }

    /// Whether all of it has passed; a packet that ends before is malformed.
    boolean isComplete() {
        return position == LENGTH_OF_TOPIC + topic + LENGTH_OF_ID;
    }

    int value() {
        return id;
    }

    void clear() {
        position = 0;
        topic = 0;
        id = 0;
    }
}
