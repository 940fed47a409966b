package io.github.wis2chain.engine.chain;

import static io.github.wis2chain.engine.chain.Chain.FIRST;
import static io.github.wis2chain.engine.chain.DatasetFixture.aDataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.engine.run.Remark;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.standards.cloudevents.EventFixture;
import io.github.wis2chain.standards.conformance.Profile;
import io.github.wis2chain.standards.json.TestDocument;
import io.github.wis2chain.standards.wnm.Wnm;

import org.junit.jupiter.api.Test;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/// Trying an event out without keeping or sending anything.
class DryRunTest {

    private final InMemoryOutbox outbox = new ReadOnlyOutbox();

    @Test
    void a_sound_event_gives_the_notification_that_would_be_sent() throws Exception {
        CheckedEvent checked = check(aDataset(), FIRST.event());

        assertThat(checked.conforms()).isTrue();
        assertThat(checked.notifications()).hasSize(1);
        Payload notification = checked.notifications().getFirst();
        assertThat(Wnm.validate(notification.bytes(), Profile.STRICT).conforms()).isTrue();
        assertThat(Chain.text(TestDocument.json(notification.text()), "/properties/data_id"))
                .isEqualTo(ArgoFile.DATA_ID);
    }

    @Test
    void nothing_is_fetched_even_where_the_digest_would_have_to_be_computed() throws Exception {
        CheckedEvent checked =
                check(
                        aDataset().withInlineUpTo(100),
                        EventFixture.anEvent()
                                .withItem(
                                        FIRST.item()
                                                .without(
                                                        "/assets/profile-6999001-014.bufr/file:checksum")));

        assertThat(checked.conforms()).isTrue();
        assertThat(checked.notifications()).hasSize(1);
        assertThat(checked.remarks())
                .anySatisfy(remark ->
                        assertThat(remark.text()).startsWith("The event states no checksum"));
    }

    @Test
    void a_bad_event_gives_its_faults_and_no_notification() throws Exception {
        CheckedEvent checked = check(aDataset(), FIRST.event().without("id"));

        assertThat(checked.conforms()).isFalse();
        assertThat(checked.notifications()).isEmpty();
        assertThat(checked.remarks())
                .anySatisfy(remark -> {
                    assertThat(remark.level()).isEqualTo(Remark.Level.FAULT);
                    assertThat(remark.place()).isEqualTo("/id");
                })
                .last()
                .satisfies(remark -> assertThat(remark.rule()).isEqualTo("EVENT_INVALID"));
    }

    @Test
    void text_that_is_no_event_at_all_does_not_throw() throws Exception {
        CheckedEvent checked =
                dryRun(aDataset())
                        .check(
                                Chain.SOURCE,
                                Payload.of(new byte[] {(byte) 0xff}),
                                Chain.origin(Map.of()));

        assertThat(checked.conforms()).isFalse();
        assertThat(checked.remarks().getLast().rule()).isEqualTo("EVENT_NOT_JSON");
    }

    @Test
    void what_was_published_already_is_said_to_be_unchanged() throws Exception {
        var chain = new Chain(aDataset().dataset());
        chain.run(FIRST.event());

        CheckedEvent checked =
                new DryRun(datasets(aDataset()), chain.outbox, ids())
                        .check(
                                Chain.SOURCE,
                                Payload.of(FIRST.event().asBytes()),
                                Chain.origin(Map.of()));

        assertThat(checked.conforms()).isTrue();
        assertThat(checked.notifications()).isEmpty();
        assertThat(checked.remarks())
                .anySatisfy(remark -> assertThat(remark.text()).contains("unchanged"));
    }

    @Test
    void an_indicator_that_would_stop_the_run_is_a_fault() throws Exception {
        CheckedEvent checked =
                check(
                        aDataset()
                                .withoutMetadataId()
                                .withChecks(
                                        CheckMode.BLOCK,
                                        CheckMode.BLOCK,
                                        CheckMode.BLOCK,
                                        CheckMode.BLOCK),
                        FIRST.event());

        assertThat(checked.conforms()).isFalse();
        assertThat(checked.remarks().getLast().rule()).isEqualTo("KPI_BELOW_THRESHOLD");
    }

    private CheckedEvent check(DatasetFixture dataset, EventFixture event)
            throws InterruptedException {
        return dryRun(dataset)
                .check(Chain.SOURCE, Payload.of(event.asBytes()), Chain.origin(Map.of()));
    }

    private DryRun dryRun(DatasetFixture dataset) {
        return new DryRun(datasets(dataset), outbox, ids());
    }

    private static Datasets datasets(DatasetFixture dataset) {
        return DatasetFixture.all(dataset.dataset());
    }

    private static NotificationIds ids() {
        return new NotificationIds(UUID::randomUUID, InstantSource.fixed(Chain.NOW));
    }

    private static final class ReadOnlyOutbox extends InMemoryOutbox {
        @Override
        public synchronized CompletableFuture<Void> store(RunId run, List<Ready> notifications) {
            throw new AssertionError("a dry run stored " + notifications);
        }
    }
}
