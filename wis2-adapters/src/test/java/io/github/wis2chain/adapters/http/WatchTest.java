package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/// What is taken from the time of a download, and what is not.
@Timeout(20)
final class WatchTest {

    private static final Duration WHOLE = Duration.ofMillis(200);

    private final ScheduledExecutorService alarms = Executors.newSingleThreadScheduledExecutor();
    private final Watch watch = new Watch(WHOLE, alarms);

    @AfterEach
    void stop() {
        alarms.shutdownNow();
    }

    @Test
    void the_wait_for_a_place_is_bounded_and_not_taken_from_the_download() {
        await().until(() -> watch.leftToWait().isZero());

        assertThat(watch.left()).isEqualTo(WHOLE);
        assertThat(watch.isOver()).isFalse();
    }

    @Test
    void it_stands_still_between_two_servers() {
        var slow = new Watch(Duration.ofHours(1), alarms);
        slow.start();
        slow.stop();
        Duration left = slow.left();
        Duration leftToWait = slow.leftToWait();

        await().until(() -> slow.leftToWait().compareTo(leftToWait) < 0);

        assertThat(slow.left()).isEqualTo(left);
    }

    @Test
    void what_ran_before_is_taken_from_what_is_left() {
        watch.start();
        await().until(() -> watch.left().isZero());
        watch.stop();

        watch.start();

        await().until(watch::isOver);
        assertThat(watch.taken()).isGreaterThanOrEqualTo(WHOLE);
    }
}
