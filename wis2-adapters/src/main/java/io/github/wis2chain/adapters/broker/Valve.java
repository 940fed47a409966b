package io.github.wis2chain.adapters.broker;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;

/// While it is held, nothing more is read from a connection.
///
/// To turn automatic reading off is not enough: decoders read on by themselves in the midst of a
/// packet or frame, and behind every ping; and the broker library turns it on when it likes. So this
/// stands at the head of the connection, where every wish to read comes by, and drops them.
final class Valve extends ChannelOutboundHandlerAdapter {

    private final Channel channel;
    private volatile boolean held;

    Valve(Channel channel) {
        this.channel = channel;
    }

    /// To be called by the connection's own thread.
    void hold() {
        held = true;
        channel.config().setAutoRead(false);
    }

    /// Lets the connection go on, if it is not held anew before its own thread comes to it. For any
    /// thread.
    void release() {
        release(() -> {});
    }

    /// The same.
    ///
    /// @param first what that thread does before it reads
    void release(Runnable first) {
        held = false;
        channel.eventLoop()
                .execute(() -> {
                    first.run();
                    if (held) {
                        return;
                    }
                    if (channel.config().isAutoRead()) {
                        // What was asked for meanwhile was dropped.
                        channel.read();
                    } else {
                        channel.config().setAutoRead(true);
                    }
                });
    }

    boolean isHeld() {
        return held;
    }

    @Override
    public void read(ChannelHandlerContext context) {
        if (!held) {
            context.read();
        }
    }
}
