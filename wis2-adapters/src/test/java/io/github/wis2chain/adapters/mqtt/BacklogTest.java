package io.github.wis2chain.adapters.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Payload;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

final class BacklogTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Backlog backlog = new Backlog();

    @Test
    void what_comes_while_a_thousand_wait_waits_itself() throws InterruptedException {
        for (int i = 0; i < 1_000; i++) {
            backlog.accept(message(i, 1));
        }
        Thread subscriber = accepting(message(1_000, 1));
        assertThat(backlog.size()).isEqualTo(1_000);

        for (int i = 0; i <= 1_000; i++) {
            assertThat(backlog.next(LONG)).map(Received::topic).contains("a/" + i);
        }
        subscriber.join();
        assertThat(backlog.next(Duration.ZERO)).isEmpty();
    }

    @Test
    void few_large_messages_fill_it_too() throws InterruptedException {
        for (int i = 0; i < 4; i++) {
            backlog.accept(message(i, 4 << 20));
        }
        Thread subscriber = accepting(message(4, 4 << 20));
        assertThat(backlog.size()).isEqualTo(4);

        assertThat(backlog.next(LONG)).isPresent();
        subscriber.join();
        assertThat(backlog.size()).isEqualTo(4);
    }

    @Test
    void one_message_that_is_larger_than_the_room_is_taken_alone() throws InterruptedException {
        backlog.accept(message(0, 17 << 20));

        assertThat(backlog.next(Duration.ZERO)).isPresent();
        backlog.accept(message(1, 17 << 20));
        assertThat(backlog.size()).isEqualTo(1);
    }

    @Test
    void closing_ends_the_wait() throws InterruptedException {
        backlog.accept(message(0, 17 << 20));
        Thread subscriber = accepting(message(1, 1));

        subscriber.interrupt();

        subscriber.join();
        assertThat(backlog.size()).isEqualTo(1);
    }

    /// A subscriber that waits to hand over this message.
    private Thread accepting(Received message) {
        Thread subscriber = Thread.ofPlatform().start(() -> backlog.accept(message));
        await().until(() -> subscriber.getState() == Thread.State.WAITING);
        return subscriber;
    }

    private static Received message(int number, int size) {
        return new Received(
                "a/" + number,
                Payload.of(new byte[size]),
                Qos.AT_LEAST_ONCE,
                false,
                false,
                Optional.empty(),
                Map.of(),
                Instant.EPOCH);
    }
}
