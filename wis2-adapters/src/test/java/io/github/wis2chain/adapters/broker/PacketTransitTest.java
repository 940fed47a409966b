package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestPackets.QOS_0;
import static io.github.wis2chain.adapters.broker.TestPackets.QOS_1;
import static io.github.wis2chain.adapters.broker.TestPackets.acknowledge;
import static io.github.wis2chain.adapters.broker.TestPackets.answer;
import static io.github.wis2chain.adapters.broker.TestPackets.letIn;
import static io.github.wis2chain.adapters.broker.TestPackets.ping;
import static io.github.wis2chain.adapters.broker.TestPackets.publish;
import static io.github.wis2chain.adapters.broker.TestPackets.zeros;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Packets of which a part has come, at the gate before the broker's decoder.
final class PacketTransitTest {

    private final BytesInFlight bytes = new BytesInFlight(5_000, 10_000);
    private final EmbeddedChannel channel = new EmbeddedChannel(new PacketGate(bytes));

    @Test
    void a_packet_is_counted_whole_when_its_header_is_known() {
        letIn(channel);
        receive(publish(QOS_1, 1, 4_000).readSlice(10));
        assertThat(bytes.now()).isEqualTo(4_003);

        receive(zeros(3_993));
        assertThat(bytes.now()).isEqualTo(4_003);
        acknowledge(channel, 1);

        assertThat(bytes.now()).isZero();
    }

    @Test
    void a_packet_that_has_begun_waits_for_room_and_one_that_has_room_is_read_to_its_end() {
        letIn(channel);
        receive(publish(QOS_1, 1, 4_000));
        receive(publish(QOS_1, 2, 4_000).readSlice(100));
        var other = new EmbeddedChannel(new PacketGate(bytes));
        letIn(other);
        other.writeInbound(publish(QOS_1, 1, 3_000).readSlice(100));
        assertThat(channel.config().isAutoRead()).isTrue();
        assertThat(other.config().isAutoRead()).isFalse();
        assertThat(bytes.now()).isEqualTo(2 * 4_003);

        acknowledge(channel, 1);

        assertThat(other.config().isAutoRead()).isTrue();
        assertThat(bytes.now()).isEqualTo(4_003 + 3_003);
    }

    @Test
    void a_packet_that_ends_while_it_waits_is_counted_once() {
        letIn(channel);
        bytes.add(9_000);
        receive(publish(QOS_1, 1, 4_000).readSlice(100));
        receive(zeros(3_903));
        assertThat(bytes.now()).isEqualTo(9_000 + 4_003);

        bytes.give(9_000);
        acknowledge(channel, 1);

        assertThat(bytes.now()).isZero();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void a_connection_that_ends_while_a_packet_has_begun_or_waits_gives_back_what_was_counted() {
        letIn(channel);
        receive(publish(QOS_1, 1, 4_500).readSlice(100));
        receive(zeros(10));
        var other = new EmbeddedChannel(new PacketGate(bytes));
        letIn(other);
        bytes.add(5_000);
        other.writeInbound(publish(QOS_1, 1, 4_000).readSlice(100));
        assertThat(bytes.waiting()).isEqualTo(1);

        other.finishAndReleaseAll();
        channel.finishAndReleaseAll();

        assertThat(bytes.waiting()).isZero();
        assertThat(bytes.now()).isEqualTo(5_000);
    }

    @Test
    void a_packet_without_acknowledgement_is_counted_while_it_comes() {
        letIn(channel);
        receive(publish(QOS_0, 1, 4_000).readSlice(100));
        assertThat(bytes.now()).isEqualTo(4_003);

        receive(zeros(3_903));

        assertThat(bytes.now()).isZero();
    }

    @Test
    void a_packet_larger_than_half_of_what_may_be_does_not_wait_for_silence() {
        var small = new BytesInFlight(5_000, 4_000);
        var large = new EmbeddedChannel(new PacketGate(small));
        letIn(large);
        small.add(1_500);

        large.writeInbound(publish(QOS_1, 1, 4_900).readSlice(100));

        assertThat(large.config().isAutoRead()).isTrue();
    }

    @Test
    void behind_its_first_packet_a_client_gets_no_room_before_it_is_let_in() {
        receive(ping());
        receive(publish(QOS_1, 1, 4_000).readSlice(100));
        assertThat(bytes.now()).isZero();

        answer(channel, 0);

        assertThat(bytes.now()).isEqualTo(4_003);
    }

    @Test
    void a_client_that_is_refused_gets_no_room() {
        receive(ping());
        receive(publish(QOS_1, 1, 4_000).readSlice(100));

        answer(channel, 5);

        assertThat(bytes.now()).isZero();
    }

    @Test
    void a_first_packet_may_have_some_kilobytes_and_no_more() {
        var roomy = new BytesInFlight(1 << 20, 10 << 20);
        var modest = new EmbeddedChannel(new PacketGate(roomy));
        modest.writeInbound(publish(QOS_1, 1, PacketGate.LARGEST_FIRST_PACKET - 4).readSlice(10));
        assertThat(modest.isOpen()).isTrue();
        var immodest = new EmbeddedChannel(new PacketGate(roomy));

        immodest.writeInbound(publish(QOS_1, 1, PacketGate.LARGEST_FIRST_PACKET).readSlice(10));

        assertThat(immodest.isOpen()).isFalse();
    }

    @Test
    void a_client_that_falls_silent_in_the_midst_of_a_packet_is_disconnected() {
        channel.freezeTime();
        letIn(channel);
        receive(publish(QOS_1, 1, 4_000).readSlice(100));
        pass(PacketGate.LONGEST_SILENCE.minusSeconds(1));
        receive(zeros(100));
        pass(PacketGate.LONGEST_SILENCE);
        assertThat(channel.isOpen()).isTrue();

        pass(PacketGate.LONGEST_SILENCE);

        assertThat(channel.isOpen()).isFalse();
        assertThat(bytes.now()).isZero();
    }

    @Test
    void a_client_that_is_made_to_wait_is_not_silent() {
        channel.freezeTime();
        letIn(channel);
        bytes.add(9_000);
        receive(publish(QOS_1, 1, 4_000).readSlice(100));

        pass(PacketGate.LONGEST_SILENCE.multipliedBy(3));

        assertThat(channel.isOpen()).isTrue();
    }

    private void pass(Duration time) {
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private void receive(ByteBuf incoming) {
        channel.writeInbound(incoming);
    }
}
