package io.github.wis2chain.engine.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// What the door takes, cuts and turns away.
class IntakeTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final InMemoryRunStore store = new InMemoryRunStore(InstantSource.fixed(NOON));

    @Test
    void of_an_oversized_event_the_beginning_is_kept_with_its_true_size() {
        var intake = new Intake(store, new IntakeLimits(10, 4, 100, 5));

        Receipt receipt = intake.accept(arrival("0123456789a")).join();

        Event kept = store.event(receipt.event()).orElseThrow();
        assertThat(kept.payload()).isEqualTo(Payload.ofText("0123"));
        assertThat(kept.origin().properties()).containsEntry(Origin.WHOLE_SIZE, "11");
    }

    @Test
    void an_event_of_exactly_the_largest_size_is_kept_whole() {
        var intake = new Intake(store, new IntakeLimits(10, 4, 100, 5));

        Receipt receipt = intake.accept(arrival("0123456789")).join();

        Event kept = store.event(receipt.event()).orElseThrow();
        assertThat(kept.payload()).isEqualTo(Payload.ofText("0123456789"));
        assertThat(kept.origin().properties()).doesNotContainKey(Origin.WHOLE_SIZE);
    }

    @Test
    void no_more_events_are_taken_than_may_wait_for_their_commit() {
        var intake = new Intake(store, new IntakeLimits(10, 4, 100, 2));
        store.holdCommits();
        CompletableFuture<Receipt> first = intake.accept(arrival("1"));
        assertThat(intake.accept(arrival("2"))).isNotDone();

        assertTurnedAway(intake.accept(arrival("3")));

        assertThat(intake.held()).isEqualTo(2);
        store.commit();
        assertThat(first).isCompleted();
        assertThat(intake.accept(arrival("3"))).isCompleted();
    }

    @Test
    void no_more_bytes_are_taken_than_may_wait_for_their_commit() {
        var intake = new Intake(store, new IntakeLimits(10, 4, 15, 100));
        store.holdCommits();
        assertThat(intake.accept(arrival("0123456789"))).isNotDone();

        assertTurnedAway(intake.accept(arrival("0123456789")));

        assertThat(intake.accept(arrival("01234"))).isNotDone();
    }

    @Test
    void a_closed_intake_takes_nothing_more_and_keeps_what_it_has_taken() {
        var intake = new Intake(store, IntakeLimits.DEFAULT);
        store.holdCommits();
        CompletableFuture<Receipt> before = intake.accept(arrival("1"));

        intake.close();

        assertTurnedAway(intake.accept(arrival("2")));
        store.commit();
        assertThat(before).isCompleted();
    }

    @Test
    void one_event_larger_than_all_that_may_wait_is_taken_when_it_is_alone() {
        var intake = new Intake(store, new IntakeLimits(10, 4, 15, 100));
        store.holdCommits();
        assertThat(intake.accept(arrival("0123456789".repeat(5)))).isNotDone();

        assertTurnedAway(intake.accept(arrival("1")));

        store.commit();
        assertThat(intake.heldBytes()).isZero();
    }

    @Test
    void an_event_that_could_not_be_kept_is_not_held() {
        var intake = new Intake(store, IntakeLimits.DEFAULT);
        store.failWith("the disk is full");

        assertTurnedAway(intake.accept(arrival("1")));

        assertThat(intake.held()).isZero();
    }

    @Test
    void an_event_at_which_the_store_throws_is_not_held() {
        var broken =
                new InMemoryRunStore(InstantSource.fixed(NOON)) {
                    @Override
                    public CompletableFuture<Receipt> accept(Arrival arrival) {
                        throw new IllegalStateException("a defect");
                    }
                };
        var intake = new Intake(broken, IntakeLimits.DEFAULT);

        assertThatIllegalStateException().isThrownBy(() -> intake.accept(arrival("1")));

        assertThat(intake.held()).isZero();
    }

    private static void assertTurnedAway(CompletableFuture<Receipt> receipt) {
        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(receipt::join)
                .withCauseInstanceOf(JournalUnavailable.class);
    }

    private static Arrival arrival(String text) {
        return new Arrival(
                new SourceName("test"),
                Payload.ofText(text),
                new Origin("test", "here", Map.of()),
                false,
                NOON);
    }
}
