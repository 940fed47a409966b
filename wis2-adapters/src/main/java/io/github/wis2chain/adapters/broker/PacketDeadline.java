package io.github.wis2chain.adapters.broker;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// By when the present packet of a connection must have come to its end, because the room that it
/// holds is not there for others. Used by the connection's own thread.
final class PacketDeadline {

    private static final Logger log = LoggerFactory.getLogger(PacketDeadline.class);

    private static final Duration LEAST = Duration.ofSeconds(60);

    /// The slowest line that large packets come by, in bytes per second.
    private static final int SLOWEST = 8_000;

    private @Nullable ScheduledFuture<?> running;

    /// For so long a packet of this size may come.
    static Duration of(int size) {
        return LEAST.plusSeconds(size / SLOWEST);
    }

    /// The packet has got its room now.
    void begin(ChannelHandlerContext context, PacketHeader header) {
        end();
        running =
                context.executor()
                        .schedule(
                                () -> expire(context, header),
                                of(header.size()).toMillis(),
                                TimeUnit.MILLISECONDS);
    }

    /// The packet has come, or its connection has ended.
    void end() {
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }

    private static void expire(ChannelHandlerContext context, PacketHeader header) {
        log.warn(
                "Client {} at {} was disconnected: a packet of {} bytes has not come whole in {} s."
                        + " {}",
                ConnectedClient.on(context.channel()).id().orElse("without a name"),
                context.channel().remoteAddress(),
                header.size(),
                of(header.size()).toSeconds(),
                consequence(header));
        var _ = context.close();
    }

    /// What becomes of a packet that has begun and not ended.
    static String consequence(PacketHeader header) {
        if (header.isAcknowledged()) {
            return "Nothing was taken of it, so it will be sent again.";
        }
        return header.isPublish()
                ? "It is lost, because it came with QoS 0. Its producer must use QoS 1."
                : "Nothing was taken of it.";
    }
}
