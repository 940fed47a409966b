package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

/// Packets as bare bytes for the gate, and what the broker behind it answers.
final class TestPackets {

    static final int QOS_0 = 0x30;
    static final int QOS_1 = 0x32;
    static final int QOS_1_AGAIN = 0x3A;

    private TestPackets() {}

    /// A connection without a network, with a gate.
    static EmbeddedChannel gated(BytesInFlight bytes) {
        return gated(bytes, () -> {});
    }

    /// @param welcome what is done when the broker lets the client in
    static EmbeddedChannel gated(BytesInFlight bytes, Runnable welcome) {
        var channel = new EmbeddedChannel();
        var valve = new Valve(channel);
        var unread = new UnreadAnswers(channel);
        channel.pipeline().addLast(valve, new PacketGate(bytes, valve, unread, welcome));
        return channel;
    }

    /// Whether the connection is not held back.
    static boolean reads(EmbeddedChannel client) {
        return !client.pipeline().get(Valve.class).isHeld();
    }

    /// A message on the topic `t`, whose variable header and payload have so many bytes.
    ///
    /// @param first the first byte: type and flags
    static ByteBuf publish(int first, int id, int length) {
        ByteBuf packet = Unpooled.buffer();
        packet.writeByte(first);
        int rest = length;
        do {
            int digit = rest % 128;
            rest /= 128;
            packet.writeByte(rest > 0 ? digit | 128 : digit);
        } while (rest > 0);
        packet.writeShort(1).writeByte('t').writeShort(id);
        return packet.writeZero(length - 5);
    }

    static ByteBuf ping() {
        return Unpooled.wrappedBuffer(new byte[] {(byte) 0xC0, 0});
    }

    static ByteBuf zeros(int length) {
        return Unpooled.buffer().writeZero(length);
    }

    /// PUBACK of MQTT 3.1.1.
    static void acknowledge(EmbeddedChannel client, int id) {
        client.writeOutbound(Unpooled.wrappedBuffer(new byte[] {0x40, 2, 0, (byte) id}));
    }

    /// CONNACK of MQTT 3.1.1; 0 lets the client in.
    static void answer(EmbeddedChannel client, int code) {
        client.writeOutbound(Unpooled.wrappedBuffer(new byte[] {0x20, 2, 0, (byte) code}));
    }

    /// Lets a client send its first packet, and in.
    static void letIn(EmbeddedChannel client) {
        client.writeInbound(ping());
        answer(client, 0);
    }
}
