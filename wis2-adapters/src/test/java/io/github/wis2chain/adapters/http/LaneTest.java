package io.github.wis2chain.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/// Who gets a place at a server, and when those come back who got none.
@Timeout(20)
final class LaneTest {

    private static final Duration TURN = Duration.ofSeconds(3);
    private static final Duration A_MINUTE = Duration.ofMinutes(1);
    private static final Duration AN_INSTANT = Duration.ofNanos(1);

    private final AtomicLong now = new AtomicLong();

    @Test
    void whoever_would_wait_too_long_is_sent_away_to_come_back_one_after_the_other()
            throws Exception {
        Lane lane = new Lane(1, now::get);
        assertThat(lane.enter(TURN)).isTrue();
        pass(Duration.ofSeconds(4));

        List<Duration> away = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            assertThat(lane.enter(TURN)).isFalse();
            away.add(lane.comeBackAfter());
        }

        assertThat(away)
                .containsExactly(
                        Duration.ofSeconds(4), Duration.ofSeconds(8), Duration.ofSeconds(12));
    }

    @Test
    void nobody_is_sent_away_for_more_than_a_quarter_of_a_minute_nor_all_until_the_same_time()
            throws Exception {
        Lane lane = new Lane(1, now::get);
        assertThat(lane.enter(TURN)).isTrue();
        pass(Duration.ofMinutes(1));

        List<Duration> away = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            assertThat(lane.enter(TURN)).isFalse();
            away.add(lane.comeBackAfter());
        }

        assertThat(away)
                .allSatisfy(each -> assertThat(each).isBetween(millis(7_500), millis(15_000)))
                .doesNotHaveDuplicates();
    }

    @Test
    void of_a_server_that_has_shown_nothing_yet_one_asks_again_soon() throws Exception {
        Lane lane = new Lane(1, now::get);
        assertThat(lane.enter(TURN)).isTrue();

        assertThat(lane.enter(AN_INSTANT)).isFalse();
        assertThat(lane.comeBackAfter()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void a_place_that_was_left_is_taken_again() throws Exception {
        Lane lane = new Lane(2, now::get);
        for (int i = 0; i < 5; i++) {
            assertThat(lane.enter(AN_INSTANT)).isTrue();
            assertThat(lane.enter(AN_INSTANT)).isTrue();
            assertThat(lane.enter(AN_INSTANT)).isFalse();
            lane.leave();
            lane.leave();
        }
    }

    @Test
    void a_lane_that_has_only_just_filled_sends_nobody_away_for_what_was_before() throws Exception {
        var taken = new CountDownLatch(1);
        var mayBegin = new CountDownLatch(1);
        Lane lane =
                new Lane(
                        1,
                        () -> {
                            if (Thread.currentThread().getName().equals("last")) {
                                taken.countDown();
                                awaitUnmoved(mayBegin);
                            }
                            return now.get();
                        });
        pass(Duration.ofSeconds(30));
        var last = new FutureTask<>(() -> lane.enter(TURN));
        Thread.ofPlatform().name("last").start(last);
        taken.await();

        var next = new FutureTask<>(() -> lane.enter(Duration.ofSeconds(15)));
        Thread newcomer = Thread.ofPlatform().name("next").start(next);
        await().until(() -> next.isDone() || newcomer.getState() == Thread.State.TIMED_WAITING);
        mayBegin.countDown();
        assertThat(last.get()).isTrue();
        lane.leave();

        assertThat(next.get()).isTrue();
    }

    @Test
    void whoever_waits_for_a_place_gets_it_before_whoever_gives_it_back() throws Exception {
        Lane lane = new Lane(1, now::get);
        assertThat(lane.enter(TURN)).isTrue();

        for (int i = 0; i < 100; i++) {
            var waiter = new FutureTask<>(() -> lane.enter(A_MINUTE));
            Thread parked = Thread.ofPlatform().daemon().start(waiter);
            await().pollInterval(millis(1))
                    .until(() -> parked.getState() == Thread.State.TIMED_WAITING);
            lane.leave();
            assertThat(lane.enter(AN_INSTANT)).isFalse();
            assertThat(waiter.get()).isTrue();
        }
    }

    @Test
    void only_a_few_wait_for_long() throws Exception {
        Lane lane = new Lane(1, now::get);
        assertThat(lane.enter(TURN)).isTrue();
        pass(Duration.ofSeconds(10));
        waiting(Lane.PATIENT, lane);

        assertThat(lane.await(TURN, A_MINUTE)).isFalse();
    }

    @Test
    void where_many_wait_others_wait_too_if_their_turn_is_near() throws Exception {
        Lane lane = new Lane(1, now::get);
        assertThat(lane.enter(TURN)).isTrue();
        List<FutureTask<Boolean>> waiters = waiting(2 * Lane.PATIENT, lane);

        lane.leave();

        for (FutureTask<Boolean> waiter : waiters) {
            assertThat(waiter.get()).isTrue();
        }
    }

    /// So many who are let in already and wait for a place again, to leave it at once.
    private static List<FutureTask<Boolean>> waiting(int count, Lane lane) {
        List<FutureTask<Boolean>> waiters = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            var waiter =
                    new FutureTask<>(() -> {
                        boolean in = lane.await(A_MINUTE, A_MINUTE);
                        lane.leave();
                        return in;
                    });
            waiters.add(waiter);
            threads.add(Thread.ofPlatform().daemon().start(waiter));
        }
        await().until(() ->
                threads.stream().allMatch(each -> each.getState() == Thread.State.TIMED_WAITING));
        return waiters;
    }

    @Test
    void a_server_that_is_quick_again_sends_nobody_away() throws Exception {
        Lane lane = new Lane(2, now::get);
        slowly(lane);
        assertThat(lane.enter(TURN)).isTrue();
        assertThat(lane.enter(TURN)).isTrue();
        assertThat(lane.comeBackAfter()).isGreaterThan(TURN);
        lane.leave();
        lane.leave();

        for (int i = 0; i < 200; i++) {
            assertThat(lane.enter(TURN)).isTrue();
            pass(millis(10));
            lane.leave();
        }

        assertThat(lane.enter(TURN)).isTrue();
        assertThat(lane.enter(TURN)).isTrue();
        var next = new FutureTask<>(() -> lane.enter(TURN));
        Thread newcomer = Thread.ofPlatform().start(next);
        await().until(() -> next.isDone() || newcomer.getState() == Thread.State.TIMED_WAITING);
        lane.leave();
        assertThat(next.get()).isTrue();
    }

    /// Takes all places for a minute, a few times.
    private void slowly(Lane lane) throws InterruptedException {
        for (int i = 0; i < 6; i++) {
            assertThat(lane.enter(TURN)).isTrue();
            assertThat(lane.enter(TURN)).isTrue();
            pass(Duration.ofMinutes(1));
            lane.leave();
            lane.leave();
        }
    }

    private static void awaitUnmoved(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }

    private static Duration millis(long millis) {
        return Duration.ofMillis(millis);
    }
}
