package io.github.wis2chain.adapters.broker;

import io.netty.channel.ChannelHandlerContext;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// The last packet of a connection. The connection is closed when the network has taken it, and the
/// network does not while the client does not read.
final class Farewell {

    /// For so long it may take.
    static final Duration LONGEST = Duration.ofSeconds(5);

    private Farewell() {}

    /// Closes the connection in a while, if nobody did before.
    static void begin(ChannelHandlerContext context) {
        var late =
                context.executor()
                        .schedule(
                                () -> {
                                    var _ = context.close();
                                },
                                LONGEST.toMillis(),
                                TimeUnit.MILLISECONDS);
        var _ = context.channel().closeFuture().addListener(_ -> late.cancel(false));
    }
}
