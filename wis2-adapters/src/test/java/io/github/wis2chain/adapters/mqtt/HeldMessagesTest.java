package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// The order and number of acknowledgements.
class HeldMessagesTest {

    private final HeldMessages held = new HeldMessages();
    private final List<Integer> acknowledged = new ArrayList<>();

    @Test
    void acknowledgements_go_in_the_order_of_arrival() {
        var first = add(1);
        var second = add(2);
        var third = add(3);
        held.keep(third);
        held.keep(second);
        assertThat(acknowledged).isEmpty();
        held.keep(first);
        assertThat(acknowledged).containsExactly(1, 2, 3);
        assertThat(held.settled()).isTrue();
    }

    @Test
    void nothing_is_acknowledged_from_a_refused_message_on() {
        var first = add(1);
        var second = add(2);
        var third = add(3);
        assertThat(held.refuse(second)).isTrue();
        assertThat(held.settled()).isFalse();
        held.keep(third);
        var fourth = add(4);
        assertThat(held.isWaiting(fourth)).isFalse();
        held.keep(first);
        held.keep(fourth);
        assertThat(acknowledged).containsExactly(1);
        assertThat(held.settled()).isTrue();
    }

    @Test
    void a_broken_connection_lets_go_of_each_held_message_once() {
        var first = add(1);
        var second = add(2);
        held.release();
        assertThat(acknowledged).containsExactly(1, 2);
        held.keep(first);
        assertThat(held.refuse(second)).isFalse();
        assertThat(acknowledged).containsExactly(1, 2);

        held.keep(add(3));
        assertThat(acknowledged).containsExactly(1, 2, 3);
    }

    private HeldMessages.Ticket add(int number) {
        return held.add(() -> acknowledged.add(number));
    }
}
