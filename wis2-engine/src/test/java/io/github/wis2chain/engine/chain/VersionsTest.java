package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.Chain.SECOND;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.Arrival;
import io.github.wis2chain.engine.run.Claim;
import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.InMemoryRunStore;
import io.github.wis2chain.engine.run.InMemoryWorkQueue;
import io.github.wis2chain.engine.run.Intake;
import io.github.wis2chain.engine.run.IntakeLimits;
import io.github.wis2chain.engine.run.Outcome;
import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.stac.ItemFixture;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Several events about one file: what is new, what is not, and what came too late.
class VersionsTest {

    private static final String OTHER_TOPIC =
            "origin/a/wis2/fr-ifremer-argo/data/core/ocean/surface-based-observations/argo";

    private static final Failure NO_ANSWER =
            Failure.temporary(FailureCode.BROKER_UNAVAILABLE, "There was no answer in time.");

    private final Chain chain = new Chain(aDataset().dataset());

    @Test
    void the_same_data_once_more_are_not_announced_again() throws Exception {
        chain.run(FIRST.event());

        Outcome outcome = chain.run(FIRST.event().with("id", "another-event"));

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(Chain.summary(outcome))
                .startsWith("Nothing to publish for " + ArgoFile.DATA_ID)
                .contains("unchanged");
        assertThat(chain.relations()).containsExactly("canonical");
    }

    @Test
    void other_data_under_the_same_data_id_are_an_update_with_another_id() throws Exception {
        chain.run(FIRST.event());
        chain.data.serve(ArgoFile.HREF, SECOND.bytes());

        chain.run(SECOND.event());

        assertThat(chain.relations()).containsExactly("canonical", "update");
        assertThat(chain.notifications())
                .extracting(notification -> Chain.text(notification, "/id"))
                .doesNotHaveDuplicates();
    }

    @Test
    void other_data_are_an_update_of_what_a_run_with_an_id_of_the_future_has_announced()
            throws Exception {
        Claim first = chain.claim(FIRST.event());
        var ofTheFuture = new RunId(Ids.firstAt(Instant.parse("2040-01-01T00:00:00Z")));
        chain.run(new Claim(ofTheFuture, first.event(), first.history(), first.labels(), false));
        chain.data.serve(ArgoFile.HREF, SECOND.bytes());

        chain.run(SECOND.event());

        assertThat(chain.relations()).containsExactly("canonical", "update");
    }

    @Test
    void another_place_or_time_of_the_same_data_is_an_update() throws Exception {
        ItemFixture later = FIRST.item().with("/properties/datetime", "\"2026-03-14T07:00:00Z\"");
        ItemFixture elsewhere =
                later.with("/bbox", "[-30.5, 41.25, -30.5, 41.25]")
                        .with("/geometry/coordinates/0", "-30.5")
                        .with("/geometry/coordinates/1", "41.25");
        chain.run(FIRST.event());

        chain.run(later);
        chain.run(elsewhere);
        Outcome again = chain.run(elsewhere);

        assertThat(chain.relations()).containsExactly("canonical", "update", "update");
        assertThat(again).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void the_same_data_of_a_dataset_that_moved_to_another_topic_are_announced_there()
            throws Exception {
        chain.run(FIRST.event());
        var moved = new Chain(chain.outbox, aDataset().onTopic(OTHER_TOPIC).dataset());
        moved.claim(FIRST.event());

        moved.run(FIRST.event());

        assertThat(moved.publisher.sent())
                .extracting(RecordingPublisher.Sent::topic)
                .containsExactly(OTHER_TOPIC);
    }

    @Test
    void without_any_digest_only_the_very_same_event_is_unchanged() throws Exception {
        var blind = new Chain(aDataset().withLinks(CheckMode.OFF).dataset());
        ItemFixture item = FIRST.item().without("/assets/profile-6999001-014.bufr/file:checksum");
        EventFixture event = EventFixture.anEvent().withItem(item);
        blind.run(event);

        Outcome same = blind.run(event);
        blind.run(event.with("id", "another-event"));

        assertThat(same).isInstanceOf(Outcome.Unchanged.class);
        assertThat(blind.relations()).containsExactly("canonical", "update");
    }

    @Test
    void going_back_to_an_earlier_version_is_an_update_too() throws Exception {
        chain.run(FIRST.event());
        chain.data.serve(ArgoFile.HREF, SECOND.bytes());
        chain.run(SECOND.event());
        chain.data.serve(ArgoFile.HREF, FIRST.bytes());

        chain.run(FIRST.event());

        assertThat(chain.relations()).containsExactly("canonical", "update", "update");
    }

    @Test
    void a_deletion_event_withdraws_without_looking_at_the_data() throws Exception {
        chain.run(FIRST.event());
        int requests = chain.data.requests().size();

        Outcome outcome = chain.run(FIRST.deletion());

        assertThat(Chain.summary(outcome)).endsWith("as deletion.");
        assertThat(chain.relations()).containsExactly("canonical", "deletion");
        assertThat(chain.notifications().getLast().at("/properties/integrity")).isEmpty();
        assertThat(chain.data.requests()).hasSize(requests);
    }

    @Test
    void a_second_deletion_is_not_announced_again() throws Exception {
        chain.run(FIRST.event());
        chain.run(FIRST.deletion());

        Outcome outcome = chain.run(FIRST.deletion());

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(chain.relations()).containsExactly("canonical", "deletion");
    }

    @Test
    void the_same_data_after_a_deletion_are_new() throws Exception {
        chain.run(FIRST.event());
        chain.run(FIRST.deletion());

        chain.run(FIRST.event());

        assertThat(chain.relations()).containsExactly("canonical", "deletion", "canonical");
    }

    @Test
    void one_data_id_in_two_datasets_is_two_things() throws Exception {
        var both =
                new Chain(
                        aDataset().named("one").from("one").dataset(),
                        aDataset().named("two").dataset());
        both.run(FIRST.event());

        var other = new Chain(both.outbox, aDataset().named("three").dataset());
        Claim later = other.claim(FIRST.event());
        other.run(later);

        assertThat(other.relations()).containsExactly("canonical");
    }

    @Test
    void an_older_run_after_a_newer_one_publishes_nothing_and_fetches_nothing() throws Exception {
        Claim older =
                chain.claim(
                        EventFixture.anEvent()
                                .withItem(
                                        FIRST.item()
                                                .without(
                                                        "/assets/profile-6999001-014.bufr/file:checksum")));
        chain.data.serve(ArgoFile.HREF, SECOND.bytes());
        chain.run(SECOND.event());
        int requests = chain.data.requests().size();

        Outcome outcome = chain.run(older);

        assertThat(outcome).isInstanceOf(Outcome.Unchanged.class);
        assertThat(Chain.summary(outcome)).contains("which came later");
        assertThat(chain.relations()).containsExactly("canonical");
        assertThat(chain.data.requests()).hasSize(requests);
    }

    @Test
    void a_version_that_overtakes_an_unanswered_one_replaces_it() throws Exception {
        Claim first = chain.claim(FIRST.event());
        chain.publisher.thenFail(NO_ANSWER);
        chain.run(first);
        chain.data.serve(ArgoFile.HREF, SECOND.bytes());

        chain.run(SECOND.event());
        Outcome late = chain.run(Chain.again(first));

        assertThat(chain.relations()).containsExactly("canonical", "update");
        assertThat(late).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void the_same_data_are_sent_again_while_it_is_not_certain_that_they_are_out() throws Exception {
        chain.publisher.thenFail(NO_ANSWER);
        chain.run(FIRST.event());

        chain.run(FIRST.event());

        assertThat(chain.relations()).containsExactly("canonical", "update");
    }

    @Test
    void what_the_broker_refused_is_not_out_and_the_next_version_is_new() throws Exception {
        chain.publisher.thenFail(
                Failure.permanent(FailureCode.PUBLISH_REFUSED, "The broker said no."));
        chain.run(FIRST.event());

        chain.run(FIRST.event());

        assertThat(chain.relations()).containsExactly("canonical", "canonical");
    }

    @Test
    void after_an_unanswered_deletion_new_data_replace_what_may_still_be_there() throws Exception {
        chain.run(FIRST.event());
        chain.publisher.thenFail(NO_ANSWER);
        chain.run(FIRST.deletion());

        chain.run(FIRST.event());

        assertThat(chain.relations()).containsExactly("canonical", "deletion", "update");
    }

    @Test
    void fifty_versions_worked_on_at_once_go_out_in_the_order_in_which_they_came()
            throws Exception {
        var store = new InMemoryRunStore(InstantSource.system());
        var intake = new Intake(store, IntakeLimits.DEFAULT);
        var busy = new Chain(aDataset().withLinks(CheckMode.OFF).dataset());
        List<ArgoFile> versions =
                IntStream.range(0, 50).mapToObj(i -> new ArgoFile("version " + i)).toList();
        for (ArgoFile version : versions) {
            intake.accept(
                            new Arrival(
                                    Chain.SOURCE,
                                    Payload.of(version.event().asBytes()),
                                    Chain.origin(Map.of()),
                                    false,
                                    Instant.now()))
                    .join();
        }

        try (var queue = new InMemoryWorkQueue(store)) {
            queue.start(busy.runner);
            await().until(() -> store.oldestInProgress().isEmpty());
        }

        assertThat(busy.notifications())
                .extracting(notification -> Chain.text(notification, "/properties/integrity/value"))
                .containsExactlyElementsOf(
                        versions.stream()
                                .map(version ->
                                        Base64.getEncoder()
                                                .encodeToString(version.digest("SHA3-256")))
                                .toList());
        assertThat(busy.relations().getFirst()).isEqualTo("canonical");
        assertThat(busy.relations().subList(1, 50)).containsOnly("update");
    }
}
