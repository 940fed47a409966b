package io.github.wis2chain.adapters.broker;

import com.hivemq.bootstrap.netty.ChannelHandlerNames;

import io.netty.bootstrap.ChannelInitializerExtension;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.websocketx.WebSocket08FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerProtocolHandler;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts a {@link PacketGate} before the broker library's own decoder, in every connection that it
/// accepts, and refuses those that are too many.
///
/// The library offers no place for it, but the network library does: it calls what is registered as
/// a service of this type, if a system property says so. That is read once, at the first connection
/// of the process, so {@link #enable()} comes before all else.
public final class PacketGates extends ChannelInitializerExtension {

    private static final Logger log = LoggerFactory.getLogger(PacketGates.class);

    private static volatile @Nullable Guard current;

    /// What connections count on.
    private record Guard(BytesInFlight bytes, ConnectionLimit connections) {}

    /// For the service loader.
    public PacketGates() {}

    /// To be called before anything in this process opens a connection.
    static void enable() {
        System.setProperty(EXTENSIONS_SYSTEM_PROPERTY, "serviceload");
    }

    /// What connections count on from now on; a process has one embedded broker at a time.
    static void use(BytesInFlight bytes, ConnectionLimit connections) {
        current = new Guard(bytes, connections);
    }

    @Override
    public void postInitializeServerChildChannel(Channel channel) {
        Guard guard = current;
        if (guard != null) {
            channel.pipeline().addLast(new Placing(guard, new UnreadAnswers(channel)));
        }
    }

    /// Waits until the library has set up the connection: where it is encrypted or a WebSocket, the
    /// gate belongs behind what unpacks it.
    private static final class Placing extends ChannelInboundHandlerAdapter {

        private final Guard guard;
        private final UnreadAnswers unread;

        Placing(Guard guard, UnreadAnswers unread) {
            this.guard = guard;
            this.unread = unread;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            Channel channel = context.channel();
            var place = guard.connections().enter(channel.remoteAddress());
            if (place.isEmpty()) {
                var _ = context.close();
                return;
            }
            var _ = channel.closeFuture().addListener(_ -> place.get().leave());
            place.get().watch(channel);
            var pipeline = context.pipeline();
            if (pipeline.get(ChannelHandlerNames.MQTT_MESSAGE_DECODER) != null) {
                var valve = new Valve(channel);
                pipeline.addFirst("wis2-valve", valve);
                pipeline.addBefore(
                        ChannelHandlerNames.MQTT_MESSAGE_DECODER,
                        "wis2-packet-gate",
                        new PacketGate(guard.bytes(), valve, unread, place.get()::letIn));
                guard.bytes().gateWasPlaced();
            }
            if (pipeline.get(ChannelHandlerNames.WEBSOCKET_SERVER_PROTOCOL_HANDLER) == null) {
                pipeline.remove(this);
            }
            context.fireChannelActive();
        }

        /// The WebSocket is agreed on, and the library has put its decoder in place. A request that
        /// names no version gets the decoder of a draft, whose frames have no length that could be
        /// bounded.
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) {
            if (event instanceof WebSocketServerProtocolHandler.HandshakeComplete) {
                var pipeline = context.pipeline();
                var decoder = pipeline.context(WebSocket08FrameDecoder.class);
                if (decoder == null) {
                    log.info(
                            "A connection from {} was ended: its WebSocket is not of version 13"
                                    + " (RFC 6455).",
                            context.channel().remoteAddress());
                    var _ = context.close();
                    return;
                }
                pipeline.addBefore(decoder.name(), "wis2-frame-cutter", new FrameCutter(unread));
                pipeline.remove(this);
            }
            context.fireUserEventTriggered(event);
        }
    }
}
