package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Cuts WebSocket frames where the bytes that have come end, so that nobody collects them.
///
/// The broker library takes frames of up to 2 GB, also of clients that it does not know yet, and
/// hands on what is inside when it has all of it. A frame may be sent in pieces that are frames
/// themselves (RFC 6455, 5.4), and those it hands on as they come: so the {@link PacketGate} behind
/// it sees the header of a packet first, as it does without a WebSocket. Frames that have come whole
/// pass as they are. A length that there cannot be ends the connection, and so do pings whose answers
/// are not read.
final class FrameCutter extends ChannelInboundHandlerAdapter {

    private static final Logger log = LoggerFactory.getLogger(FrameCutter.class);

    private static final int LONGEST_HEADER = 14;

    /// A pong says again what the ping said (5.5).
    private static final int LONGEST_ANSWER = 125;

    private final FrameHeader header = new FrameHeader();
    private final UnreadAnswers unread;

    /// How much of the frame that is being cut has passed.
    private long done;

    /// What came is no WebSocket, and the connection has ended.
    private boolean ended;

    FrameCutter(UnreadAnswers unread) {
        this.unread = unread;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf incoming)) {
            context.fireChannelRead(message);
            return;
        }
        try {
            while (incoming.isReadable() && !ended) {
                if (header.isComplete()) {
                    cut(context, incoming);
                } else if (header.isEmpty()) {
                    passWhole(context, incoming);
                } else {
                    complete(context, incoming);
                }
            }
        } finally {
            incoming.release();
        }
    }

    /// Lets the frames pass that have come to their end, up to a ping, and takes the header of the one
    /// behind. What answers there are must be seen before the next ping passes.
    private void passWhole(ChannelHandlerContext context, ByteBuf incoming) {
        int begin = incoming.readerIndex();
        int at = begin;
        int whole = 0;
        boolean pings = false;
        while (at < incoming.writerIndex() && !pings) {
            if (header.add(incoming.getByte(at++))) {
                if (header.length() < 0 || header.length() > incoming.writerIndex() - at) {
                    break;
                }
                at += (int) header.length();
                whole = at - begin;
                pings = header.isControl();
                header.clear();
            }
        }
        if (pings) {
            answer(context);
        }
        pass(context, incoming, ended ? 0 : whole);
        incoming.readerIndex(at);
    }

    /// A frame will be answered, unless too many were that the client does not read.
    private void answer(ChannelHandlerContext context) {
        if (unread.add(LONGEST_ANSWER)) {
            log.info(
                    "A connection from {} was ended: it does not read what its pings are answered.",
                    context.channel().remoteAddress());
            end(context);
        }
    }

    private void end(ChannelHandlerContext context) {
        ended = true;
        var _ = context.close();
    }

    /// Takes the rest of a header that came in two parts.
    private void complete(ChannelHandlerContext context, ByteBuf incoming) {
        while (incoming.isReadable() && !header.isComplete()) {
            header.add(incoming.readByte());
        }
        if (header.isComplete() && header.length() <= 0) {
            cut(context, incoming);
        }
    }

    private void cut(ChannelHandlerContext context, ByteBuf incoming) {
        if (header.isControl() && done == 0) {
            answer(context);
        }
        if (header.length() < 0) {
            end(context);
        }
        if (ended) {
            return;
        }
        int size = (int) Math.min(header.length() - done, incoming.readableBytes());
        if (header.isControl()) {
            if (done == 0) {
                ByteBuf head = context.alloc().buffer(LONGEST_HEADER);
                header.write(head);
                context.fireChannelRead(head);
            }
        } else {
            ByteBuf head = context.alloc().buffer(LONGEST_HEADER);
            header.writePiece(head, done, size);
            context.fireChannelRead(head);
        }
        pass(context, incoming, size);
        done += size;
        if (done == header.length()) {
            header.clear();
            done = 0;
        }
    }

    private static void pass(ChannelHandlerContext context, ByteBuf incoming, int size) {
        if (size > 0) {
            context.fireChannelRead(incoming.readRetainedSlice(size));
        }
    }
}
