package io.github.wis2chain.adapters.broker;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The end of a connection whose packet is too large: says who sent what, and lets nothing of it
/// through.
final class PacketRefusal {

    private static final Logger log = LoggerFactory.getLogger(PacketRefusal.class);

    /// As much of a topic as is told.
    private static final int LONGEST_TOLD = 500;

    /// For so long the rest of the topic is waited for.
    static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /// DISCONNECT with reason code 0x95, packet too large (MQTT 5, 3.14).
    private static final byte[] PACKET_TOO_LARGE = {(byte) 0xE0, 2, (byte) 0x95, 0};

    private final ChannelHandlerContext context;
    private final PacketHeader header;
    private final int most;
    private final boolean introduced;

    /// What comes behind the header, until the topic is known: it comes first.
    private final ByteBuf head;

    private boolean told;

    /// @param most the largest packet that would have been taken
    /// @param introduced whether the client has said who it is
    PacketRefusal(
            ChannelHandlerContext context, PacketHeader header, int most, boolean introduced) {
        this.context = context;
        this.header = header;
        this.most = most;
        this.introduced = introduced;
        this.head = context.alloc().buffer(LONGEST_TOLD);
        var _ =
                context.executor()
                        .schedule(this::refuse, LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Takes what comes next and releases it.
    void read(ByteBuf incoming) {
        if (!told) {
            int room = LONGEST_TOLD - head.readableBytes();
            head.writeBytes(incoming, Math.min(room, incoming.readableBytes()));
            if (!introduced || !header.isPublish() || hasTopic()) {
                refuse();
            }
        }
        incoming.release();
    }

    private void refuse() {
        if (!told) {
            told = true;
            tell();
            end();
        }
    }

    private boolean hasTopic() {
        int known = head.readableBytes();
        return known >= LONGEST_TOLD || (known >= 2 && known >= 2 + head.getUnsignedShort(0));
    }

    private void tell() {
        if (!introduced) {
            log.warn(
                    "A connection from {} was ended: its first packet of {} bytes is larger than"
                            + " the {} bytes that are taken of a client before it is let in.",
                    context.channel().remoteAddress(),
                    header.size(),
                    most);
            return;
        }
        log.warn(
                "Client {} at {} was disconnected: {} of {} bytes is larger than the {} bytes of"
                    + " broker.embedded.limits.max-packet. It was not taken, and its producer may"
                    + " send it again and again: let it send less, such as a link in place of the"
                    + " data, or raise the limit and the heap.",
                ConnectedClient.on(context.channel()).id().orElse("without a name"),
                context.channel().remoteAddress(),
                header.isPublish() ? "a message on " + topic() : "a packet",
                header.size(),
                most);
    }

    private void end() {
        if (introduced && ConnectedClient.on(context.channel()).speaksMqtt5()) {
            Farewell.begin(context);
            var _ =
                    context.writeAndFlush(context.alloc().buffer(4).writeBytes(PACKET_TOO_LARGE))
                            .addListener(ChannelFutureListener.CLOSE);
        } else {
            var _ = context.close();
        }
    }

    private String topic() {
        if (head.readableBytes() < 2) {
            return "a topic that did not come";
        }
        int length = Math.min(head.getUnsignedShort(0), head.readableBytes() - 2);
        return head.toString(2, length, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", "?");
    }

    /// The connection has ended.
    void release() {
        told = true;
        head.release();
    }
}
