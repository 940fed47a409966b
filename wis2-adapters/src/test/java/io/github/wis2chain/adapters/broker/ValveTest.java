package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestPackets.QOS_1;
import static io.github.wis2chain.adapters.broker.TestPackets.letIn;
import static io.github.wis2chain.adapters.broker.TestPackets.ping;
import static io.github.wis2chain.adapters.broker.TestPackets.publish;
import static io.github.wis2chain.adapters.broker.TestPackets.zeros;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;

/// The valve with a gate and a decoder behind it, in a channel that counts what is asked of the
/// network.
final class ValveTest {

    private final BytesInFlight bytes = new BytesInFlight(5_000, 10_000);
    private final EmbeddedChannel channel = TestPackets.gated(bytes);
    private final Reads reads = new Reads();

    ValveTest() {
        channel.pipeline().addFirst(reads);
        channel.pipeline().addLast(new Eager());
        letIn(channel);
        reads.count = 0;
    }

    @Test
    void a_decoder_that_has_a_part_of_a_packet_without_room_reads_no_more_of_it() {
        bytes.add(9_000);
        channel.writeInbound(publish(QOS_1, 1, 4_000).readSlice(100));
        channel.writeInbound(zeros(100));
        assertThat(reads.count).isZero();

        bytes.give(9_000);
        channel.runPendingTasks();

        assertThat(reads.count).isEqualTo(1);
    }

    @Test
    void whoever_turns_reading_on_does_not_open_it() {
        bytes.add(9_000);
        channel.writeInbound(publish(QOS_1, 1, 4_000).readSlice(100));

        channel.config().setAutoRead(true);
        assertThat(reads.count).isZero();
        bytes.give(9_000);
        channel.runPendingTasks();

        assertThat(reads.count).isEqualTo(1);
    }

    @Test
    void one_that_is_held_anew_before_it_goes_on_stays_held() {
        bytes.add(11_000);
        channel.writeInbound(publish(QOS_1, 1, 10));
        bytes.give(11_000);
        bytes.add(11_000);
        bytes.pauseIfFull(channel.pipeline().get(Valve.class));

        channel.runPendingTasks();

        assertThat(reads.count).isZero();
        assertThat(bytes.waiting()).isEqualTo(1);
    }

    @Test
    void behind_its_first_packet_nothing_is_read_of_a_client_before_it_is_let_in() {
        var stranger = TestPackets.gated(bytes);
        var asked = new Reads();
        stranger.pipeline().addFirst(asked);

        stranger.writeInbound(ping());
        stranger.config().setAutoRead(true);
        assertThat(asked.count).isZero();
        TestPackets.answer(stranger, 0);

        assertThat(asked.count).isEqualTo(1);
    }

    /// Counts how often the network is read.
    private static final class Reads extends ChannelOutboundHandlerAdapter {

        private int count;

        @Override
        public void read(ChannelHandlerContext context) {
            count++;
            context.read();
        }
    }

    /// Reads on while reading is turned off, as decoders do in the midst of a packet.
    private static final class Eager extends ChannelInboundHandlerAdapter {

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (!context.channel().config().isAutoRead()) {
                context.read();
            }
        }
    }
}
