package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.channels.ClosedChannelException;
import java.util.HashMap;
import java.util.Map;

/// Ends a connection at the header of a packet that is too large, and counts the bytes of packets
/// while they arrive, and of messages until they are acknowledged.
///
/// The broker library collects a packet whole, of up to 256 MB and of anybody who can reach its port.
/// And it takes as many messages as a client has in flight, however large they are. Both would end a
/// process whose heap is bounded.
///
/// A packet that has begun and not ended is counted whole when its header is known, and is not read
/// on before there is room. Before a client is let in, it may send its CONNECT and no more. That one
/// waits for no room, or nobody could come in while others hold all of it; it is bounded by itself.
///
/// The header of a packet that is too large goes to nobody: the library would look at the size as
/// well, where MQTT 5 has told it the limit, and end the connection without naming anything.
///
/// Bytes are kept by packet identifier and not by the number of acknowledgements: the library passes
/// over a message that comes again while it is under way, and answers once. One that has the same
/// identifier and is not marked as sent before it takes as well, so that is counted too.
///
/// A client that asks and does not read what it is answered is ended too.
final class PacketGate extends ChannelDuplexHandler {

    /// The largest packet of somebody who is not known yet: a last will may have 64 KiB, and names,
    /// password or token and its topic come beside it.
    static final int LARGEST_FIRST_PACKET = 65 << 10;

    private static final Logger log = LoggerFactory.getLogger(PacketGate.class);

    private static final int CONNACK = 2;
    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int PUBREC = 5;

    /// Frees what came again between PUBREC and PUBREL.
    private static final int PUBCOMP = 7;

    private static final int DISCONNECT = 14;

    private final BytesInFlight bytes;
    private final Valve valve;
    private final Runnable welcome;
    private final PacketDeadline deadline = new PacketDeadline();
    private final PacketHeader header = new PacketHeader();
    private final PublishId id = new PublishId();

    /// Sizes by packet identifier.
    private final Map<Integer, Long> unacknowledged = new HashMap<>();

    /// Where the header of the present packet begins in what came last.
    private int headerAt;

    /// How much of the present packet is still to come.
    private int rest;

    /// What was counted of the present packet, or is waited for, before its end.
    private int counted;

    /// The first packet has passed.
    private boolean introduced;

    /// The broker has let the client in.
    private boolean letIn;

    private boolean publishes;

    /// What comes is no MQTT; the library will say so.
    private boolean blind;

    private final UnreadAnswers unread;
    private @Nullable PacketRefusal refusal;

    /// Set when too much was not read: then nothing is taken, and nothing sent.
    private @Nullable ClosedChannelException ended;

    /// @param valve the one of this connection, nearer to the network
    /// @param unread what its client does not read
    /// @param welcome what is done when the broker lets the client in
    PacketGate(BytesInFlight bytes, Valve valve, UnreadAnswers unread, Runnable welcome) {
        this.bytes = bytes;
        this.valve = valve;
        this.unread = unread;
        this.welcome = welcome;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf incoming)) {
            context.fireChannelRead(message);
            return;
        }
        if (ended != null) {
            incoming.release();
            return;
        }
        if (refusal != null) {
            refusal.read(incoming);
            return;
        }
        int begin = incoming.readerIndex();
        headerAt = begin;
        int end = scan(incoming);
        if (end < 0) {
            context.fireChannelRead(incoming);
            settle(context);
            return;
        }
        refusal = new PacketRefusal(context, header, largest(), introduced);
        ByteBuf before = incoming.retainedSlice(begin, headerAt - begin);
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
    private int scan(ByteBuf incoming) {
        int at = incoming.readerIndex();
        while (at < incoming.writerIndex() && !blind) {
            if (rest > 0) {
                int passing = Math.min(rest, incoming.writerIndex() - at);
                if (header.isAcknowledged()) {
                    id.read(incoming, at, passing);
                }
                rest -= passing;
                at += passing;
            } else {
                if (header.isEmpty()) {
                    headerAt = at;
                }
                if (!header.add(incoming.getByte(at++))) {
                    blind = header.isMalformed();
                    continue;
                }
                if (header.size() > largest()) {
                    return at;
                }
                rest = header.remaining();
            }
            if (rest == 0) {
                passed();
            }
        }
        return -1;
    }

    private void passed() {
        int already = giveUpWaiting();
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
    private int giveUpWaiting() {
        int already = counted == 0 ? 0 : counted - bytes.leave(valve);
        counted = 0;
        deadline.end();
        return already;
    }

    /// Decides whether to read on. Between CONNECT and its answer nothing is read; what has ended
    /// meanwhile is not to be counted any more.
    private void settle(ChannelHandlerContext context) {
        if (!context.channel().isActive()) {
            return;
        }
        if (!letIn) {
            if (introduced) {
                valve.hold();
            }
        } else if (rest == 0) {
            if (publishes) {
                bytes.pauseIfFull(valve);
            }
        } else if (counted == 0) {
            counted = header.size();
            bytes.admit(valve, counted, () -> beginDeadline(context));
        }
    }

    /// The packet that was waited for may have passed meanwhile.
    private void beginDeadline(ChannelHandlerContext context) {
        if (counted > 0 && !valve.isHeld() && context.channel().isActive()) {
            deadline.begin(context, header);
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (ended != null) {
            ReferenceCountUtil.release(message);
            promise.tryFailure(ended);
            return;
        }
        boolean welcomes = false;
        boolean tooMuch = false;
        if (message instanceof ByteBuf outgoing && outgoing.isReadable()) {
            int type = outgoing.getUnsignedByte(outgoing.readerIndex()) >> 4;
            tooMuch = type != PUBLISH && unread.add(outgoing.readableBytes());
            if (type == DISCONNECT) {
                Farewell.begin(context);
            }
            if (type == PUBACK || type == PUBREC || type == PUBCOMP) {
                Long size = unacknowledged.remove(acknowledged(outgoing));
                bytes.give(size == null ? 0 : size);
            }
            welcomes = type == CONNACK && outgoing.getByte(behindHeader(outgoing) + 1) == 0;
        }
        var _ = context.write(message, promise);
        if (welcomes) {
            letIn = true;
            unread.letIn();
            welcome.run();
            valve.release();
            settle(context);
        }
        if (tooMuch) {
            end(context);
        }
    }

    private void end(ChannelHandlerContext context) {
        log.warn(
                "Client {} at {} was disconnected: it does not read what it is answered.",
                ConnectedClient.on(context.channel()).id().orElse("without a name"),
                context.channel().remoteAddress());
        ended = new ClosedChannelException();
        var _ = context.close();
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        unread.lookAgain();
        context.fireChannelWritabilityChanged();
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
        bytes.give(giveUpWaiting());
        bytes.leave(valve);
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
