package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestPackets.QOS_1;
import static io.github.wis2chain.adapters.broker.TestPackets.acknowledge;
import static io.github.wis2chain.adapters.broker.TestPackets.gated;
import static io.github.wis2chain.adapters.broker.TestPackets.letIn;
import static io.github.wis2chain.adapters.broker.TestPackets.ping;
import static io.github.wis2chain.adapters.broker.TestPackets.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/// Clients that do not read, in a channel without a network.
final class UnreadAnswersTest {

    private final BytesInFlight bytes = new BytesInFlight(5 << 20, 10 << 20);
    private final EmbeddedChannel channel = gated(bytes);

    @Test
    void a_client_that_asks_and_does_not_read_is_ended_in_the_midst_of_its_questions() {
        letIn(channel);
        var library = new Answering();
        channel.pipeline().addLast(library);
        stall(channel, true);

        channel.writeInbound(ping());
        assertThat(channel.isOpen()).isTrue();
        library.answers = 30_000;
        channel.writeInbound(ping());

        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.outboundMessages()).hasSizeLessThan(UnreadAnswers.MOST / 100);
    }

    @Test
    void a_subscriber_on_a_slow_line_is_not_ended_for_the_messages_that_wait_for_it() {
        letIn(channel);
        stall(channel, true);

        for (int i = 0; i < 50; i++) {
            channel.writeOutbound(publish(QOS_1, i, 100_000));
        }
        for (int i = 0; i < 1_000; i++) {
            acknowledge(channel, i);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void a_client_that_reads_now_and_then_is_not_ended() {
        letIn(channel);
        for (int round = 0; round < 30; round++) {
            stall(channel, true);
            for (int i = 0; i < 1_000; i++) {
                acknowledge(channel, i);
            }
            stall(channel, false);
        }

        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void a_stranger_that_does_not_read_at_all_is_ended_at_once() {
        channel.writeInbound(ping());
        stall(channel, true);

        var _ = channel.write(Unpooled.wrappedBuffer(new byte[] {0x20, 2, 0, 5}));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_client_that_does_not_read_its_farewell_is_closed_all_the_same() {
        letIn(channel);
        var network = new Deaf();
        channel.pipeline().addFirst(network);
        channel.freezeTime();
        ByteBuf disconnect = Unpooled.wrappedBuffer(new byte[] {(byte) 0xE0, 2, (byte) 0x8D, 0});
        var _ = channel.writeAndFlush(disconnect);
        assertThat(network.unsent).hasSize(1);

        pass(Farewell.LONGEST.toMillis() - 1);
        assertThat(channel.isOpen()).isTrue();
        pass(1);

        assertThat(channel.isOpen()).isFalse();
    }

    private void pass(long millis) {
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    /// Lets the network take nothing more, or again.
    static void stall(EmbeddedChannel channel, boolean stalled) {
        Objects.requireNonNull(channel.unsafe().outboundBuffer())
                .setUserDefinedWritability(1, !stalled);
        channel.runPendingTasks();
    }

    /// The library, which answers at once.
    private static final class Answering extends ChannelInboundHandlerAdapter {

        private int answers = 1;

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            ((ByteBuf) message).release();
            for (int i = 0; i < answers; i++) {
                var _ = context.writeAndFlush(Unpooled.wrappedBuffer(new byte[] {(byte) 0xD0, 0}));
            }
        }
    }

    /// A network that takes nothing.
    private static final class Deaf extends ChannelOutboundHandlerAdapter {

        private final Queue<Object> unsent = new ArrayDeque<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            unsent.add(message);
        }
    }
}
