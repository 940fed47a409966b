package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Ends a connection at the header of a packet that is too large, and counts the bytes of messages
/// until they are acknowledged.
///
/// The broker library looks at the length of a packet only when it has collected all of it: 256 MB
/// of anybody who can reach its port. And it takes as many messages as a client has in flight,
/// however large they are. Both would end a process whose heap is bounded.
///
/// Bytes are kept by packet identifier and not by the number of acknowledgements: the library passes
/// over a message that comes again while it is under way, and answers once. One that has the same
/// identifier and is not marked as sent before it takes as well, so that is counted too.
final class PacketGate extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(PacketGate.class);

    private static final int PUBACK = 4;
    private static final int PUBREC = 5;

    /// Frees what came again between PUBREC and PUBREL.
    private static final int PUBCOMP = 7;

    /// As much of a topic as is told.
    private static final int LONGEST_TOLD = 500;

    /// DISCONNECT with reason code 0x95, packet too large (MQTT 5, 3.14).
    private static final byte[] PACKET_TOO_LARGE = {(byte) 0xE0, 2, (byte) 0x95, 0};

    private final BytesInFlight bytes;
    private final PacketHeader header = new PacketHeader();
    private final PublishId id = new PublishId();

    /// Sizes by packet identifier.
    private final Map<Integer, Long> unacknowledged = new HashMap<>();

    /// How much of the present packet is still to come.
    private long rest;

    /// What comes is no MQTT; the library will say so.
    private boolean blind;

    private boolean told;

    /// The beginning of a packet that is too large, collected to be told.
    private @Nullable ByteBuf refused;

    PacketGate(BytesInFlight bytes) {
        this.bytes = bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf incoming)) {
            context.fireChannelRead(message);
            return;
        }
        if (refused != null) {
            collect(context, incoming);
            return;
        }
        int begin = incoming.readerIndex();
        int end = scan(incoming);
        if (end < 0) {
            context.fireChannelRead(incoming);
            bytes.pauseIfFull(context.channel());
            return;
        }
        refused = context.alloc().buffer(LONGEST_TOLD);
        ByteBuf before = incoming.retainedSlice(begin, end - begin);
        incoming.readerIndex(end);
        context.fireChannelRead(before);
        collect(context, incoming);
    }

    /// @return the index behind the header of a packet that is too large; -1 if there is none
    private int scan(ByteBuf incoming) {
        int at = incoming.readerIndex();
        while (at < incoming.writerIndex() && !blind) {
            if (rest > 0) {
                int passing = (int) Math.min(rest, incoming.writerIndex() - at);
                if (header.isAcknowledged()) {
                    id.read(incoming, at, passing);
                }
                rest -= passing;
                at += passing;
            } else if (header.add(incoming.getByte(at++))) {
                if (header.size() > bytes.largestPacket()) {
                    return at;
                }
                rest = header.remaining();
            } else {
                blind = header.isMalformed();
                continue;
            }
            if (rest == 0) {
                passed();
            }
        }
        return -1;
    }

    private void passed() {
        boolean passedOver = header.isRepeated() && unacknowledged.containsKey(id.value());
        if (id.isComplete() && !passedOver) {
            unacknowledged.merge(id.value(), (long) header.size(), Long::sum);
            bytes.add(header.size());
        }
        id.clear();
        header.clear();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf outgoing && outgoing.isReadable()) {
            int type = outgoing.getUnsignedByte(outgoing.readerIndex()) >> 4;
            if (type == PUBACK || type == PUBREC || type == PUBCOMP) {
                Long size = unacknowledged.remove(acknowledged(outgoing));
                bytes.give(size == null ? 0 : size);
            }
        }
        var _ = context.write(message, promise);
    }

    /// The packet identifier comes first behind the header, whose length the library writes in as
    /// few bytes as it needs.
    private static int acknowledged(ByteBuf outgoing) {
        int at = outgoing.readerIndex() + 1;
        while (outgoing.getByte(at) < 0) {
            at++;
        }
        return outgoing.getUnsignedShort(at + 1);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        bytes.forget(context.channel());
        bytes.give(unacknowledged.values().stream().mapToLong(Long::longValue).sum());
        unacknowledged.clear();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (refused != null) {
            refused.release();
        }
    }

    /// Until the topic is known: it comes first.
    private void collect(ChannelHandlerContext context, ByteBuf incoming) {
        ByteBuf head = refused;
        if (head != null && !told) {
            int room = LONGEST_TOLD - head.readableBytes();
            head.writeBytes(incoming, Math.min(room, incoming.readableBytes()));
            if (!header.isPublish() || hasTopic(head)) {
                told = true;
                refuse(context, head);
            }
        }
        incoming.release();
    }

    private static boolean hasTopic(ByteBuf head) {
        int known = head.readableBytes();
        return known >= LONGEST_TOLD || (known >= 2 && known >= 2 + head.getUnsignedShort(0));
    }

    private void refuse(ChannelHandlerContext context, ByteBuf head) {
        ConnectedClient client = ConnectedClient.on(context.channel());
        log.warn(
                "Client {} at {} was disconnected: {} of {} bytes is larger than the {} bytes of"
                    + " broker.embedded.limits.max-packet. It was not taken, and its producer may"
                    + " send it again and again: let it send less, such as a link in place of the"
                    + " data, or raise the limit and the heap.",
                client.id().orElse("without a name"),
                context.channel().remoteAddress(),
                header.isPublish() ? "a message on " + topic(head) : "a packet",
                header.size(),
                bytes.largestPacket());
        if (client.speaksMqtt5()) {
            var _ =
                    context.writeAndFlush(context.alloc().buffer(4).writeBytes(PACKET_TOO_LARGE))
                            .addListener(ChannelFutureListener.CLOSE);
        } else {
            var _ = context.close();
        }
    }

    private static String topic(ByteBuf head) {
        int length = Math.min(head.getUnsignedShort(0), head.readableBytes() - 2);
        return head.toString(2, length, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
    }
}
