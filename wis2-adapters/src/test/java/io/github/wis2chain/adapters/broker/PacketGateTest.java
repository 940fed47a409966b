package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestPackets.QOS_0;
import static io.github.wis2chain.adapters.broker.TestPackets.QOS_1;
import static io.github.wis2chain.adapters.broker.TestPackets.QOS_1_AGAIN;
import static io.github.wis2chain.adapters.broker.TestPackets.acknowledge;
import static io.github.wis2chain.adapters.broker.TestPackets.answer;
import static io.github.wis2chain.adapters.broker.TestPackets.gated;
import static io.github.wis2chain.adapters.broker.TestPackets.letIn;
import static io.github.wis2chain.adapters.broker.TestPackets.ping;
import static io.github.wis2chain.adapters.broker.TestPackets.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The gate before the broker's decoder, in a channel without a network.
final class PacketGateTest {

    private final BytesInFlight bytes = new BytesInFlight(5_000, 10_000);
    private final EmbeddedChannel channel = gated(bytes);
    private int lastId;

    @BeforeEach
    void let_the_client_in() {
        letIn(channel);
        channel.releaseInbound();
    }

    @Test
    void nothing_more_is_read_while_too_much_is_unacknowledged() {
        for (int i = 0; i < 4; i++) {
            receive(publish(QOS_1, 4_000));
        }
        assertThat(reads(channel)).isFalse();

        acknowledge(channel, 1);
        assertThat(reads(channel)).isFalse();
        acknowledge(channel, 2);

        assertThat(reads(channel)).isTrue();
        acknowledge(channel, 3);
        acknowledge(channel, 4);
        assertThat(bytes.now()).isZero();
    }

    @Test
    void whoever_waits_gets_a_turn_while_another_keeps_more_than_half() {
        for (int i = 0; i < 4; i++) {
            receive(publish(QOS_1, 4_000));
        }
        var other = gated(bytes);
        letIn(other);
        other.writeInbound(publish(QOS_1, 10));
        assertThat(reads(other)).isFalse();

        acknowledge(channel, 1);
        acknowledge(channel, 2);
        assertThat(reads(channel)).isTrue();
        assertThat(reads(other)).isFalse();
        receive(publish(QOS_1, 1_500));
        acknowledge(channel, 3);

        assertThat(bytes.now()).isGreaterThan(5_000);
        assertThat(reads(other)).isTrue();
    }

    @Test
    void a_message_that_comes_again_is_counted_once() {
        receive(publish(QOS_1, 300));
        lastId = 0;
        receive(publish(QOS_1_AGAIN, 300));
        assertThat(bytes.now()).isEqualTo(303);

        acknowledge(channel, 1);

        assertThat(bytes.now()).isZero();
    }

    @Test
    void a_message_that_takes_the_identifier_of_another_is_counted_as_well() {
        receive(publish(QOS_1, 300));
        lastId = 0;
        receive(publish(QOS_1, 200));
        assertThat(bytes.now()).isEqualTo(303 + 203);

        acknowledge(channel, 1);
        acknowledge(channel, 1);

        assertThat(bytes.now()).isZero();
    }

    @Test
    void acknowledgements_free_the_message_that_they_name() {
        receive(publish(QOS_1, 300));
        receive(publish(QOS_1, 10));

        channel.writeOutbound(Unpooled.wrappedBuffer(new byte[] {0x50, 3, 0, 2, 0x10}));

        assertThat(bytes.now()).isEqualTo(303);
    }

    @Test
    void a_connection_that_ends_gives_back_what_it_had() {
        for (int i = 0; i < 4; i++) {
            receive(publish(QOS_1, 4_000));
        }
        var other = gated(bytes);
        letIn(other);
        other.writeInbound(publish(QOS_1, 100));
        assertThat(reads(other)).isFalse();

        assertThat(channel.finishAndReleaseAll()).isTrue();

        assertThat(reads(other)).isTrue();
        assertThat(bytes.now()).isEqualTo(102);
    }

    @Test
    void packets_are_counted_however_they_are_cut() {
        ByteBuf all = Unpooled.wrappedBuffer(publish(QOS_1, 300), publish(QOS_0, 50), ping());
        all.writerIndex(all.capacity());
        while (all.isReadable()) {
            receive(all.readRetainedSlice(1));
        }
        receive(publish(QOS_1, 10));

        assertThat(bytes.now()).isEqualTo(303 + 12);
    }

    @Test
    void a_packet_of_the_largest_size_passes_and_one_that_is_larger_ends_the_connection() {
        receive(publish(QOS_1, 4_997));
        assertThat(channel.isOpen()).isTrue();

        receive(publish(QOS_1, 4_998));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void what_comes_before_a_packet_that_is_too_large_passes_and_nothing_of_it() {
        receive(Unpooled.wrappedBuffer(publish(QOS_1, 100), publish(QOS_1, 9_000)));

        assertThat(passed()).isEqualTo(102);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_header_of_a_packet_that_is_too_large_never_passes_whole() {
        ByteBuf large = publish(QOS_1, 9_000);
        receive(Unpooled.wrappedBuffer(publish(QOS_1, 100), large.readRetainedSlice(2)));
        receive(large);

        assertThat(passed()).isEqualTo(102 + 2);
        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_packet_that_is_too_large_is_refused_though_its_topic_never_comes() {
        channel.freezeTime();
        receive(publish(QOS_1, 9_000).readSlice(4));
        assertThat(channel.isOpen()).isTrue();

        channel.advanceTimeBy(PacketRefusal.LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void the_broker_letting_a_client_in_is_told_and_its_refusing_one_is_not() {
        var welcomes = new AtomicInteger();
        var refused = gated(bytes, welcomes::incrementAndGet);
        refused.writeInbound(ping());
        answer(refused, 5);
        assertThat(welcomes).hasValue(0);

        letIn(gated(bytes, welcomes::incrementAndGet));

        assertThat(welcomes).hasValue(1);
    }

    private int passed() {
        int passed = 0;
        for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
            passed += part.readableBytes();
            part.release();
        }
        return passed;
    }

    private void receive(ByteBuf incoming) {
        channel.writeInbound(incoming);
    }

    private ByteBuf publish(int first, int length) {
        return TestPackets.publish(first, ++lastId, length);
    }
}
