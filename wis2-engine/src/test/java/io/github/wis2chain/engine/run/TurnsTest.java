package io.github.wis2chain.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<String> passed = new CopyOnWriteArrayList<>();

    @Test
    void a_turn_waits_until_every_earlier_one_has_said_what_it_concerns() throws Exception {
        Turns.Turn first = turns.take();
        Turns.Turn second = turns.take();

        Thread later = passing("second", second, "b");
        await().until(() -> isWaiting(later));
        assertThat(passed).isEmpty();

        first.concerns(Set.of("a"));
        later.join();
        assertThat(passed).containsExactly("second");
    }

    @Test
    void a_turn_about_the_same_thing_waits_until_the_earlier_one_is_closed() throws Exception {
        Turns.Turn first = turns.take();
        Turns.Turn second = turns.take();
        first.concerns(Set.of("a", "x"));

        Thread later = passing("second", second, "x");
        await().until(() -> isWaiting(later));
        assertThat(passed).isEmpty();

        first.close();
        later.join();
        assertThat(passed).containsExactly("second");
    }

    @Test
    void what_is_no_run_waits_for_its_turn_as_long_as_it_says() throws Exception {
        Turns.Turn first = turns.take();
        first.concerns(Set.of("a"));

        assertThat(turns.takeFor("b", Duration.ofMinutes(1))).isPresent();
        assertThat(turns.takeFor("a", Duration.ofMillis(20))).isEmpty();

        first.close();
        assertThat(turns.takeFor("a", Duration.ofMinutes(1))).isPresent();
    }

    @Test
    void turns_about_different_things_overtake_each_other() throws Exception {
        Turns.Turn first = turns.take();
        Turns.Turn second = turns.take();
        first.concerns(Set.of("a"));

        passing("second", second, "b").join();

        assertThat(passed).containsExactly("second");
    }

    @Test
    void a_turn_that_ends_before_it_said_anything_holds_up_nobody() throws Exception {
        Turns.Turn first = turns.take();
        Turns.Turn second = turns.take();

        first.close();
        passing("second", second, "a").join();

        assertThat(passed).containsExactly("second");
    }

    @Test
    void many_turns_about_one_thing_pass_in_the_order_in_which_they_were_taken() throws Exception {
        List<Turns.Turn> taken = IntStream.range(0, 50).mapToObj(_ -> turns.take()).toList();
        List<Thread> threads = new CopyOnWriteArrayList<>();
        for (int i = taken.size() - 1; i >= 0; i--) {
            Turns.Turn turn = taken.get(i);
            String name = Integer.toString(i);
            threads.add(
                    Thread.ofVirtual()
                            .start(() -> {
                                try (turn) {
                                    turn.concerns(Set.of("same"));
                                    passed.add(name);
                                } catch (InterruptedException interrupted) {
                                    Thread.currentThread().interrupt();
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(passed)
                .containsExactlyElementsOf(
                        IntStream.range(0, 50).mapToObj(Integer::toString).toList());
    }

    @Test
    void whoever_does_not_say_what_it_concerns_in_time_loses_its_place() throws Exception {
        var hurried = new Turns(Duration.ofMillis(20));
        Turns.Turn slow = hurried.take();
        Turns.Turn other = hurried.take();
        Turns.Turn same = hurried.take();
        slow.begin();

        passing("other", other, "b").join();
        passing("same", same, "a").join();
        Thread late = passing("slow", slow, "a");
        await().until(() -> isWaiting(late));
        assertThat(passed).containsExactly("other", "same");

        same.close();
        late.join();
        assertThat(passed).containsExactly("other", "same", "slow");
        slow.close();
        passing("next", hurried.take(), "a").join();
    }

    @Test
    void a_turn_whose_work_ended_without_saying_what_it_concerns_holds_up_nobody()
            throws Exception {
        Turns.Turn failed = turns.take();
        Turns.Turn second = turns.take();
        failed.begin();

        failed.end();
        passing("second", second, "a").join();

        assertThat(passed).containsExactly("second");
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING
                || thread.getState() == Thread.State.TIMED_WAITING;
    }

    private Thread passing(String name, Turns.Turn turn, String thing) {
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        turn.concerns(Set.of(thing));
                        passed.add(name);
                    } catch (InterruptedException interrupted) {
                        Thread.currentThread().interrupt();
                    }
                });
    }
}
