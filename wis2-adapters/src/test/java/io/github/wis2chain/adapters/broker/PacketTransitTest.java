package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestPackets.QOS_0;
import static io.github.wis2chain.adapters.broker.TestPackets.QOS_1;
import static io.github.wis2chain.adapters.broker.TestPackets.acknowledge;
import static io.github.wis2chain.adapters.broker.TestPackets.answer;
import static io.github.wis2chain.adapters.broker.TestPackets.gated;
import static io.github.wis2chain.adapters.broker.TestPackets.letIn;
import static io.github.wis2chain.adapters.broker.TestPackets.ping;
import static io.github.wis2chain.adapters.broker.TestPackets.publish;
import static io.github.wis2chain.adapters.broker.TestPackets.reads;
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
    private final EmbeddedChannel channel = gated(bytes);

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
        var other = gated(bytes);
        letIn(other);
        other.writeInbound(publish(QOS_1, 1, 3_000).readSlice(100));
        assertThat(reads(channel)).isTrue();
        assertThat(reads(other)).isFalse();
        assertThat(bytes.now()).isEqualTo(2 * 4_003);

        acknowledge(channel, 1);

        assertThat(reads(other)).isTrue();
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
        assertThat(reads(channel)).isTrue();
    }

    @Test
    void a_connection_that_ends_while_a_packet_has_begun_or_waits_gives_back_what_was_counted() {
        letIn(channel);
        receive(publish(QOS_1, 1, 4_500).readSlice(100));
        receive(zeros(10));
        var other = gated(bytes);
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
        var large = gated(small);
        letIn(large);
        small.add(1_500);

        large.writeInbound(publish(QOS_1, 1, 4_900).readSlice(100));

        assertThat(reads(large)).isTrue();
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
        var modest = gated(roomy);
        modest.writeInbound(publish(QOS_1, 1, PacketGate.LARGEST_FIRST_PACKET - 4).readSlice(10));
        assertThat(modest.isOpen()).isTrue();
        var immodest = gated(roomy);

        immodest.writeInbound(publish(QOS_1, 1, PacketGate.LARGEST_FIRST_PACKET).readSlice(10));

        assertThat(immodest.isOpen()).isFalse();
    }

    @Test
    void a_first_packet_needs_no_room() {
        bytes.add(11_000);

        receive(publish(QOS_1, 1, 4_000).readSlice(100));

        assertThat(reads(channel)).isTrue();
        assertThat(bytes.now()).isEqualTo(11_000);
    }

    @Test
    void a_packet_that_ends_while_it_waits_lets_its_client_go_on() {
        letIn(channel);
        bytes.add(9_000);
        receive(publish(QOS_0, 1, 4_000).readSlice(100));
        assertThat(reads(channel)).isFalse();

        receive(zeros(3_903));

        assertThat(reads(channel)).isTrue();
    }

    @Test
    void a_large_packet_does_not_pass_one_that_waits_and_a_small_one_does() {
        var roomy = new BytesInFlight(1 << 20, 2_000_000);
        roomy.add(1_500_000);
        var first = begun(roomy, 1_000_000);
        var second = begun(roomy, 100_000);
        var small = begun(roomy, 60_000);
        assertThat(reads(first)).isFalse();
        assertThat(reads(second)).isFalse();
        assertThat(reads(small)).isTrue();

        roomy.give(700_000);
        assertThat(reads(first)).isTrue();
        assertThat(reads(second)).isTrue();
    }

    @Test
    void whoever_is_behind_one_that_leaves_has_its_turn() {
        var roomy = new BytesInFlight(1 << 20, 2_000_000);
        roomy.add(1_500_000);
        var first = begun(roomy, 1_000_000);
        var second = begun(roomy, 100_000);
        assertThat(reads(second)).isFalse();

        first.finishAndReleaseAll();

        assertThat(reads(second)).isTrue();
        assertThat(roomy.waiting()).isZero();
    }

    @Test
    void a_packet_that_finds_room_while_its_client_waits_waits_no_more() {
        letIn(channel);
        bytes.add(11_000);
        receive(publish(QOS_1, 1, 10));
        assertThat(bytes.waiting()).isEqualTo(1);
        // Given back by nobody who would look for those that wait.
        bytes.add(-11_000);

        receive(publish(QOS_1, 2, 4_000).readSlice(100));

        assertThat(bytes.waiting()).isZero();
        assertThat(reads(channel)).isTrue();
    }

    @Test
    void a_client_that_takes_too_long_for_a_packet_is_disconnected_though_it_goes_on_sending() {
        channel.freezeTime();
        letIn(channel);
        receive(publish(QOS_1, 1, 4_000).readSlice(100));
        Duration halfway = PacketDeadline.of(4_003).dividedBy(2);
        pass(halfway);
        receive(zeros(1));
        assertThat(channel.isOpen()).isTrue();

        pass(halfway.plusMillis(1));

        assertThat(channel.isOpen()).isFalse();
        assertThat(bytes.now()).isZero();
    }

    @Test
    void a_packet_may_take_longer_the_larger_it_is() {
        assertThat(PacketDeadline.of(4 << 20)).isEqualTo(Duration.ofSeconds(60 + 524));
    }

    @Test
    void the_time_that_a_client_is_made_to_wait_does_not_count() {
        channel.freezeTime();
        letIn(channel);
        bytes.add(9_000);
        receive(publish(QOS_1, 1, 4_000).readSlice(100));
        pass(PacketDeadline.of(4_003).multipliedBy(3));
        assertThat(channel.isOpen()).isTrue();

        bytes.give(9_000);
        pass(PacketDeadline.of(4_003).minusSeconds(1));
        assertThat(channel.isOpen()).isTrue();
        pass(Duration.ofSeconds(1));

        assertThat(channel.isOpen()).isFalse();
    }

    @Test
    void a_packet_that_came_in_time_has_no_deadline() {
        channel.freezeTime();
        letIn(channel);
        receive(publish(QOS_1, 1, 4_000).readSlice(100));
        receive(zeros(3_903));

        pass(PacketDeadline.of(4_003).multipliedBy(2));

        assertThat(channel.isOpen()).isTrue();
    }

    /// A client that was let in and has sent the begin of a packet.
    private static EmbeddedChannel begun(BytesInFlight room, int length) {
        var client = gated(room);
        letIn(client);
        client.writeInbound(publish(QOS_1, 1, length).readSlice(100));
        return client;
    }

    private void pass(Duration time) {
        channel.runPendingTasks();
        channel.advanceTimeBy(time.toMillis(), TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    private void receive(ByteBuf incoming) {
        channel.writeInbound(incoming);
    }
}
