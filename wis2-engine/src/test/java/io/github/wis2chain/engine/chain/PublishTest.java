package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.Chain.SECOND;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Turns;
import io.github.wis2chain.standards.cloudevents.EventFixture;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// What is stored before it is sent, and what is sent again.
class PublishTest {

    private static final String OTHER_HREF =
            "https://data.example.org/argo/bufr/2026/03/other.bufr";
    private static final Failure BROKER_DOWN =
            Failure.temporary(FailureCode.BROKER_UNAVAILABLE, "There is no connection.");
    private static final Failure NOT_AUTHORISED =
            Failure.permanent(FailureCode.PUBLISH_REFUSED, "The broker said NOT_AUTHORIZED.");

    private final Chain chain = new Chain(aDataset().dataset());

    @Test
    void the_exact_bytes_are_stored_before_they_are_sent() throws Exception {
        List<Outbox.Published> storedBefore = new ArrayList<>();
        chain.publisher.beforeSending(() -> storedBefore.addAll(stored(chain)));

        chain.run(FIRST.event());

        assertThat(storedBefore).hasSize(1);
        assertThat(storedBefore.getFirst().notification().sent()).isEmpty();
        assertThat(chain.publisher.sent().getFirst().message())
                .isEqualTo(storedBefore.getFirst().notification().message());
    }

    @Test
    void an_acknowledgement_is_recorded_with_its_reason() throws Exception {
        Outcome outcome = chain.run(FIRST.event());

        assertThat(stored(chain).getFirst().notification().sent())
                .hasValueSatisfying(delivery -> {
                    assertThat(delivery.broker()).isEqualTo("test");
                    assertThat(delivery.reason()).isEqualTo("SUCCESS");
                });
        assertThat(Chain.remarks(outcome))
                .anySatisfy(remark -> assertThat(remark.text()).startsWith("test acknowledged"));
    }

    @Test
    void nothing_is_sent_when_it_cannot_be_stored() throws Exception {
        var full = new Chain(new FullOutbox(), aDataset().dataset());

        Failure failure = Chain.passingFailure(full.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(failure.text()).contains("the disk is full");
        assertThat(full.publisher.sent()).isEmpty();
    }

    @Test
    void a_store_that_cannot_be_read_is_a_passing_failure() throws Exception {
        var unreadable = new Chain(new UnreadableOutbox(), aDataset().dataset());

        Failure failure = Chain.passingFailure(unreadable.run(FIRST.event()));

        assertThat(failure.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(failure.text()).contains("the database is locked");
    }

    @Test
    void after_a_crash_between_storing_and_sending_the_same_bytes_go_out() throws Exception {
        Claim claim = chain.claim(FIRST.event());
        chain.publisher.thenFail(BROKER_DOWN);
        chain.run(claim);
        Payload stored = stored(chain).getFirst().notification().message();
        var next = new Chain(chain.outbox, aDataset().dataset());

        Outcome outcome = next.run(Chain.again(claim));

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(next.publisher.sent())
                .extracting(RecordingPublisher.Sent::message)
                .containsExactly(stored);
        assertThat(next.data.requests()).isEmpty();
        assertThat(stored(next)).hasSize(1);
    }

    @Test
    void a_run_that_died_after_its_acknowledgement_sends_nothing_again() throws Exception {
        Claim claim = chain.claim(FIRST.event());
        chain.run(claim);
        var next = new Chain(chain.outbox, aDataset().dataset());

        Outcome outcome = next.run(Chain.again(claim));

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        assertThat(next.publisher.sent()).isEmpty();
    }

    @Test
    void of_a_partly_acknowledged_run_only_the_rest_is_sent_again() throws Exception {
        Claim claim = chain.claim(twoAssets());
        chain.publisher.thenAccept().thenFail(BROKER_DOWN);
        chain.run(claim);

        Outcome outcome = chain.run(Chain.again(claim));

        assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
        List<RecordingPublisher.Sent> sent = chain.publisher.sent();
        assertThat(sent).hasSize(3);
        assertThat(sent.get(2)).isEqualTo(sent.get(1)).isNotEqualTo(sent.get(0));
    }

    @Test
    void an_acknowledgement_after_a_failure_of_the_same_run_is_recorded_too() throws Exception {
        chain.publisher.thenFail(BROKER_DOWN).thenAccept();

        Chain.passingFailure(chain.run(twoAssets()));

        assertThat(stored(chain).stream().filter(it -> it.notification().sent().isPresent()))
                .hasSize(1);
    }

    @Test
    void an_acknowledgement_that_cannot_be_stored_does_not_lose_the_others() throws Exception {
        var outbox = new ForgetfulOutbox();
        var forgetful = new Chain(outbox, aDataset().dataset());
        forgetful.data.serve(OTHER_HREF, FIRST.bytes());

        Failure failure = Chain.passingFailure(forgetful.run(twoAssets()));

        assertThat(failure.code()).isEqualTo("STORE_UNAVAILABLE");
        assertThat(stored(forgetful).stream().filter(it -> it.notification().sent().isPresent()))
                .hasSize(1);
    }

    @Test
    void a_run_taken_up_again_holds_up_only_runs_about_the_same_file() throws Exception {
        Claim waiting = chain.claim(FIRST.event());
        chain.publisher.thenFail(BROKER_DOWN);
        chain.run(waiting);
        var unanswered = new CompletableFuture<Delivery>().orTimeout(20, TimeUnit.SECONDS);
        chain.publisher.thenAnswer(unanswered);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                Turns.Turn first = chain.runner.nextTurn()) {
            var again = threads.submit(() -> chain.runner.work(Chain.again(waiting), first));
            await().until(() -> chain.publisher.sent().size() == 2);
            chain.data.serve(OTHER_HREF, FIRST.bytes());
            var other = threads.submit(() -> chain.run(FIRST.item().withHref(OTHER_HREF)));

            assertThat(other.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Succeeded.class);
            assertThat(again.isDone()).isFalse();
            unanswered.complete(new Delivery(Chain.NOW, "test", "SUCCESS"));
            assertThat(again.get(10, TimeUnit.SECONDS)).isInstanceOf(Outcome.Succeeded.class);
        }
    }

    @Test
    void a_refusal_by_the_broker_waits_for_the_operator() throws Exception {
        chain.publisher.thenFail(BROKER_DOWN).thenFail(NOT_AUTHORISED);

        Failure failure = Chain.failure(chain.run(twoAssets()));

        assertThat(failure).isEqualTo(NOT_AUTHORISED);
    }

    @Test
    void a_broker_that_is_away_is_waited_for() throws Exception {
        chain.publisher.thenFail(BROKER_DOWN);

        assertThat(Chain.passingFailure(chain.run(FIRST.event()))).isEqualTo(BROKER_DOWN);
    }

    @Test
    void a_stored_notification_is_not_sent_after_a_newer_one_of_the_same_file() throws Exception {
        Claim older = chain.claim(FIRST.event());
        chain.publisher.thenFail(BROKER_DOWN);
        chain.run(older);
        chain.data.serve(ArgoFile.HREF, SECOND.bytes());
        chain.run(SECOND.event());
        int sent = chain.publisher.sent().size();

        Outcome outcome = chain.run(Chain.again(older));

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(Chain.summary(outcome)).contains("which came later");
        assertThat(chain.publisher.sent()).hasSize(sent);
    }

    @Test
    void no_id_is_ever_sent_with_different_bytes() throws Exception {
        Claim claim = chain.claim(twoAssets());
        chain.publisher.thenFail(BROKER_DOWN).thenFail(BROKER_DOWN);
        chain.run(claim);
        chain.publisher.thenFail(BROKER_DOWN).thenAccept();
        chain.run(Chain.again(claim));
        chain.run(Chain.again(claim));

        assertThat(chain.publisher.sent().stream().distinct()).hasSize(2);
        assertThat(
                        chain.notifications().stream()
                                .map(notification -> Chain.text(notification, "/id"))
                                .distinct())
                .hasSize(2);
        assertThat(chain.publisher.sent()).hasSize(5);
    }

    private EventFixture twoAssets() {
        chain.data.serve(OTHER_HREF, FIRST.bytes());
        return EventFixture.anEvent()
                .withItem(FIRST.item().with("/assets/other", "{\"href\":\"" + OTHER_HREF + "\"}"));
    }

    private static List<Outbox.Published> stored(Chain chain) {
        return chain.outbox.latest(Optional.empty(), Optional.empty(), 100);
    }

    private static final class FullOutbox extends InMemoryOutbox {
        @Override
        public synchronized CompletableFuture<Void> store(RunId run, List<Ready> notifications) {
            return CompletableFuture.failedFuture(new IllegalStateException("the disk is full"));
        }
    }

    /// An outbox that fails to record the first acknowledgement.
    private static final class ForgetfulOutbox extends InMemoryOutbox {
        private boolean failed;

        @Override
        public synchronized CompletableFuture<Void> acknowledged(
                RunId run, String notificationId, Delivery delivery) {
            if (!failed) {
                failed = true;
                return CompletableFuture.failedFuture(
                        new IllegalStateException("the disk is full"));
            }
            return super.acknowledged(run, notificationId, delivery);
        }
    }

    private static final class UnreadableOutbox extends InMemoryOutbox {
        @Override
        public synchronized Optional<LastPublished> last(String dataset, String dataId) {
            throw new IllegalStateException("the database is locked");
        }
    }
}
