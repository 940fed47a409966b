package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.TestPackets.QOS_1;
import static io.github.wis2chain.adapters.broker.TestPackets.gated;
import static io.github.wis2chain.adapters.broker.TestPackets.letIn;
import static io.github.wis2chain.adapters.broker.TestPackets.ping;
import static io.github.wis2chain.adapters.broker.TestPackets.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.Stream;

/// Who goes on, of those that wait, when there is room again.
final class BytesInFlightTest {

    private static final int MEGABYTE = 1 << 20;

    private final BytesInFlight bytes = new BytesInFlight(4 * MEGABYTE, 24 * MEGABYTE);

    @Test
    void all_that_only_pinged_go_on_though_two_thirds_are_held_for_long() {
        List<EmbeddedChannel> idle = idle(100);
        fill();
        idle.forEach(client -> client.writeInbound(ping()));
        assertThat(bytes.waiting()).isEqualTo(100);

        bytes.give(8 * MEGABYTE);

        assertThat(bytes.waiting()).isZero();
        assertThat(idle).allMatch(TestPackets::reads);
    }

    @Test
    void as_many_go_on_at_once_as_have_room_for_what_they_read() {
        List<EmbeddedChannel> idle = idle(100);
        fill();
        idle.forEach(client -> client.writeInbound(ping()));

        bytes.give(MEGABYTE);

        assertThat(bytes.waiting()).isBetween(80, 90);
    }

    @Test
    void whoever_reads_on_and_leaves_room_lets_others_go_on() {
        List<EmbeddedChannel> idle = idle(100);
        fill();
        idle.forEach(client -> client.writeInbound(ping()));
        bytes.give(MEGABYTE);

        for (int i = 0; i < 10; i++) {
            idle.getFirst().writeInbound(ping());
        }

        assertThat(bytes.waiting()).isZero();
    }

    @Test
    void as_many_packets_begin_as_have_room() {
        List<EmbeddedChannel> clients = idle(4);
        fill();
        for (EmbeddedChannel client : clients) {
            client.writeInbound(publish(QOS_1, 2, 3 * MEGABYTE).readSlice(100));
        }
        assertThat(bytes.waiting()).isEqualTo(4);

        bytes.give(8 * MEGABYTE);

        assertThat(bytes.waiting()).isEqualTo(2);
    }

    /// Clients that have published, and wait for nothing.
    private List<EmbeddedChannel> idle(int count) {
        return Stream.generate(
                        () -> {
                            var client = gated(bytes);
                            letIn(client);
                            client.writeInbound(publish(QOS_1, 1, 10));
                            TestPackets.acknowledge(client, 1);
                            return client;
                        })
                .limit(count)
                .toList();
    }

    /// More than there may be is under way, of others.
    private void fill() {
        bytes.add(24 * MEGABYTE + 1);
    }
}
