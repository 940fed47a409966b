package io.github.wis2chain.adapters.broker;

import com.hivemq.bootstrap.netty.ChannelHandlerNames;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

import org.jspecify.annotations.Nullable;

/// Puts a {@link PacketGate} before the broker library's own decoder, in every connection that it
/// accepts.
///
/// The library offers no place for it, but the network library does: it calls what is registered as
/// a service of this type, if a system property says so. That is read once, at the first connection
/// of the process, so {@link #enable()} comes before all else.
public final class PacketGates extends ChannelInitializerExtension {

    private static volatile @Nullable BytesInFlight current;

    /// For the service loader.
    public PacketGates() {}

    /// To be called before anything in this process opens a connection.
    static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /// What connections count on from now on; a process has one embedded broker at a time.
    static void use(BytesInFlight bytes) {
        current = bytes;
    }

    /// The bytes of messages under way in the broker of this process.
    static long bytesInFlight() {
        BytesInFlight bytes = current;
        return bytes == null ? 0 : bytes.now();
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        BytesInFlight bytes = current;
        if (bytes != null) {
            channel.pipeline().addLast(new Placing(bytes));
        }
    }

    /// Waits until the library has set up the connection: where it is encrypted or a WebSocket, the
    /// gate belongs behind what unpacks it.
    private static final class Placing extends ChannelInboundHandlerAdapter {

        private final BytesInFlight bytes;

        Placing(BytesInFlight bytes) {
            this.bytes = bytes;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            var pipeline = context.pipeline();
            if (pipeline.get(ChannelHandlerNames.MQTT_MESSAGE_DECODER) != null) {
                pipeline.addBefore(
                        ChannelHandlerNames.MQTT_MESSAGE_DECODER,
                        "wis2-packet-gate",
                        new PacketGate(bytes));
                bytes.gateWasPlaced();
            }
            pipeline.remove(this);
            context.fireChannelActive();
        }
    }
}
