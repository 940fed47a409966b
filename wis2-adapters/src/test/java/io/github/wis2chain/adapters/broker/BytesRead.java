package io.github.wis2chain.adapters.broker;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What the broker of a test has read from its connections, for which the network keeps little.
public final class BytesRead extends ChannelInitializerExtension {

    /// A client that does not read is then noticed behind one large message.
    private static final int SEND_BUFFER = 64 << 10;

    private static final Map<Integer, Long> BY_PORT = new ConcurrentHashMap<>();

    /// For the service loader.
    public BytesRead() {}

    /// The bytes read from the connection that has this port at the other end.
    static long from(int port) {
        return BY_PORT.getOrDefault(port, 0L);
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER);
        channel.pipeline().addLast(new Placing());
    }

    /// Waits until the broker library has set up the connection, as it puts its handlers before those
    /// that are there.
    private static final class Placing extends ChannelInboundHandlerAdapter {

        @Override
        public void channelActive(ChannelHandlerContext context) {
            context.pipeline().addFirst(new Counting());
            context.pipeline().remove(this);
            context.fireChannelActive();
        }
    }

    private static final class Counting extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf incoming
                    && context.channel().remoteAddress() instanceof InetSocketAddress from) {
                BY_PORT.merge(from.getPort(), (long) incoming.readableBytes(), Long::sum);
            }
            context.fireChannelRead(message);
        }
    }
}
