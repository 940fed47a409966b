package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Ends a connection at the header of a packet that is too large, and counts the bytes of packets
/// while they arrive, and of messages until they are acknowledged.
///
/// The broker library looks at the length of a packet only when it has collected all of it: 256 MB
/// of anybody who can reach its port. And it takes as many messages as a client has in flight,
/// however large they are. Both would end a process whose heap is bounded.
///
/// A packet that has begun and not ended is counted whole when its header is known, and is not read
/// on before there is room. Before a client is let in, it may send its CONNECT and no more.
///
/// Bytes are kept by packet identifier and not by the number of acknowledgements: the library passes
/// over a message that comes again while it is under way, and answers once. One that has the same
/// identifier and is not marked as sent before it takes as well, so that is counted too.
final class PacketGate extends ChannelDuplexHandler {

    private static final Logger log = LoggerFactory.getLogger(PacketGate.class);

    /// The largest packet of somebody who is not known yet: room for CONNECT with names, password
    /// or token, and a last will of some kB.
    static final int LARGEST_FIRST_PACKET = 16 << 10;

    /// For so long a client may fall silent in the midst of a packet, at most twice: the room that
    /// it holds is not there for others.
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);

    private static final int CONNACK = 2;
    private static final int PUBACK = 4;
    private static final int PUBREC = 5;

    /// Frees what came again between PUBREC and PUBREL.
    private static final int PUBCOMP = 7;

    private final BytesInFlight bytes;
    private final PacketHeader header = new PacketHeader();
    private final PublishId id = new PublishId();

    /// Sizes by packet identifier.
    private final Map<Integer, Long> unacknowledged = new HashMap<>();

    /// How much of the present packet is still to come.
    private int rest;

    /// What was counted of the present packet, or is waited for, before its end.
    private int counted;

    /// The first packet has passed.
    private boolean introduced;

    /// The broker has let the client in.
    private boolean letIn;

    private boolean publishes;

    /// Something came since the last look.
    private boolean moved;

    private boolean watched;

    /// What comes is no MQTT; the library will say so.
    private boolean blind;

    private @Nullable PacketRefusal refusal;

    PacketGate(BytesInFlight bytes) {
        this.bytes = bytes;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf incoming)) {
            context.fireChannelRead(message);
            return;
        }
        if (refusal != null) {
            refusal.read(incoming);
            return;
        }
        moved = true;
        int begin = incoming.readerIndex();
        int end = scan(context.channel(), incoming);
        if (end < 0) {
            context.fireChannelRead(incoming);
            settle(context);
            return;
        }
        refusal = new PacketRefusal(context, header, largest(), introduced);
        ByteBuf before = incoming.retainedSlice(begin, end - begin);
        incoming.readerIndex(end);
        context.fireChannelRead(before);
        refusal.read(incoming);
    }

    private int largest() {
        return introduced
                ? bytes.largestPacket()
                : Math.min(bytes.largestPacket(), LARGEST_FIRST_PACKET);
    }

    /// @return the index behind the header of a packet that is too large; -1 if there is none
    private int scan(Channel channel, ByteBuf incoming) {
        int at = incoming.readerIndex();
        while (at < incoming.writerIndex() && !blind) {
            if (rest > 0) {
                int passing = Math.min(rest, incoming.writerIndex() - at);
                if (header.isAcknowledged()) {
                    id.read(incoming, at, passing);
                }
                rest -= passing;
                at += passing;
            } else if (header.add(incoming.getByte(at++))) {
                if (header.size() > largest()) {
                    return at;
                }
                rest = header.remaining();
            } else {
                blind = header.isMalformed();
                continue;
            }
            if (rest == 0) {
                passed(channel);
            }
        }
        return -1;
    }

    private void passed(Channel channel) {
        int already = giveUpWaiting(channel);
        boolean passedOver = header.isRepeated() && unacknowledged.containsKey(id.value());
        int due = id.isComplete() && !passedOver ? header.size() : 0;
        if (due > 0) {
            unacknowledged.merge(id.value(), (long) due, Long::sum);
        }
        if (due > already) {
            bytes.add(due - already);
        } else {
            bytes.give(already - due);
        }
        introduced = true;
        publishes |= header.isPublish();
        id.clear();
        header.clear();
    }

    /// @return what is counted of the packet that has begun
    private int giveUpWaiting(Channel channel) {
        int already = counted == 0 ? 0 : counted - Math.max(0, bytes.leave(channel));
        counted = 0;
        return already;
    }

    /// Decides whether to read on. Between CONNECT and its answer the library reads nothing; what has
    /// ended meanwhile is not to be counted any more.
    private void settle(ChannelHandlerContext context) {
        if (!context.channel().isActive()) {
            return;
        }
        if (rest == 0) {
            if (publishes) {
                bytes.pauseIfFull(context.channel());
            }
        } else if (counted > 0) {
            bytes.holdBack(context.channel());
        } else if (letIn || !introduced) {
            counted = header.size();
            bytes.admit(context.channel(), counted);
            watch(context);
        }
    }

    /// Looks now and then, and not at every packet that comes in two parts.
    private void watch(ChannelHandlerContext context) {
        if (!watched) {
            watched = true;
            moved = false;
            var _ =
                    context.executor()
                            .schedule(
                                    () -> look(context),
                                    LONGEST_SILENCE.toMillis(),
                                    TimeUnit.MILLISECONDS);
        }
    }

    private void look(ChannelHandlerContext context) {
        watched = false;
        if (rest == 0 || !context.channel().isActive()) {
            return;
        }
        if (moved || !context.channel().config().isAutoRead()) {
            watch(context);
            return;
        }
        log.warn(
                "Client {} at {} was disconnected: it fell silent for {} s in the midst of a packet"
                        + " of {} bytes. Nothing was taken of it, so it will be sent again.",
                ConnectedClient.on(context.channel()).id().orElse("without a name"),
                context.channel().remoteAddress(),
                LONGEST_SILENCE.toSeconds(),
                header.size());
        var _ = context.close();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        boolean welcome = false;
        if (message instanceof ByteBuf outgoing && outgoing.isReadable()) {
            int type = outgoing.getUnsignedByte(outgoing.readerIndex()) >> 4;
            if (type == PUBACK || type == PUBREC || type == PUBCOMP) {
                Long size = unacknowledged.remove(acknowledged(outgoing));
                bytes.give(size == null ? 0 : size);
            }
            welcome = type == CONNACK && outgoing.getByte(behindHeader(outgoing) + 1) == 0;
        }
        var _ = context.write(message, promise);
        if (welcome) {
            letIn = true;
            settle(context);
        }
    }

    /// The packet identifier comes first behind the header.
    private static int acknowledged(ByteBuf outgoing) {
        return outgoing.getUnsignedShort(behindHeader(outgoing));
    }

    /// The library writes the length in as few bytes as it needs.
    private static int behindHeader(ByteBuf outgoing) {
        int at = outgoing.readerIndex() + 1;
        while (outgoing.getByte(at) < 0) {
            at++;
        }
        return at + 1;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        bytes.give(giveUpWaiting(context.channel()));
        bytes.leave(context.channel());
        bytes.give(unacknowledged.values().stream().mapToLong(Long::longValue).sum());
        unacknowledged.clear();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (refusal != null) {
            refusal.release();
        }
    }
}
