package io.github.wis2chain.adapters.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.chain.Delivery;
import io.github.wis2chain.engine.chain.Ready;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.RunState;

import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/// What every store knows of notifications that brokers acknowledged, or left without an answer.
abstract class AcknowledgementContract extends NotificationContract {

    @Test
    void what_was_acknowledged_last_is_known_by_its_data_id() {
        Ready first = ready("a/b/1.bufr");
        Ready second = ready("a/b/1.bufr");
        RunId older = accept("a");
        RunId newer = accept("b");
        store().outbox().store(older, List.of(first)).join();
        store().outbox().store(newer, List.of(second)).join();
        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isEmpty();
        var early = new Delivery(clock.instant(), "embedded", "SUCCESS");
        advance(Duration.ofMinutes(1));
        var late = new Delivery(clock.instant(), "hub:8883", "NO_MATCHING_SUBSCRIBERS");

        store().outbox().acknowledged(newer, second.id(), late).join();
        store().outbox().acknowledged(older, first.id(), early).join();

        var last = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();
        assertThat(last.notificationId()).isEqualTo(second.id());
        assertThat(last.arrivedBy()).isEqualTo(newer);
        assertThat(last.fingerprint()).isEqualTo(second.fingerprint());
        assertThat(last.at()).isEqualTo(late.acknowledgedAt());
        assertThat(store().outbox().of(newer)).containsExactly(second.sentWith(late));
        assertThat(store().outbox().acknowledgedSince(late.acknowledgedAt()))
                .containsExactly(second.sentWith(late));
        assertThat(store().outbox().acknowledgedSince(early.acknowledgedAt()))
                .containsExactly(first.sentWith(early), second.sentWith(late));
        assertThat(store().outbox().last("synop", "a/b/1.bufr")).isEmpty();
    }

    @Test
    void what_was_sent_without_an_answer_is_known_until_it_is_acknowledged() {
        Ready first = ready("a/b/1.bufr");
        Ready second = ready("a/b/1.bufr");
        RunId older = accept("a");
        RunId newer = accept("b");
        store().outbox().store(older, List.of(first)).join();
        store().outbox().store(newer, List.of(second)).join();
        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(older, first.id(), delivery).join();

        store().outbox().unanswered(newer, second.id()).join();
        var sent = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();
        reopen();
        store().outbox().unanswered(newer, second.id()).join();
        store().expire();
        var still = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();
        store().outbox().acknowledged(newer, second.id(), delivery).join();
        var certain = store().outbox().last("argo", "a/b/1.bufr").orElseThrow();

        assertThat(sent.notificationId()).isEqualTo(second.id());
        assertThat(sent.acknowledged()).isFalse();
        assertThat(sent.at()).isEqualTo(second.pubtime());
        assertThat(still).isEqualTo(sent);
        assertThat(certain.acknowledged()).isTrue();
        assertThat(certain.at()).isEqualTo(delivery.acknowledgedAt());
        assertRefused(
                store().outbox().unanswered(newer, UUID.randomUUID().toString()),
                "has no notification");
    }

    @Test
    void an_acknowledgement_after_a_restart_is_recorded_and_one_of_nothing_refused() {
        Ready ready = ready("a/b/1.bufr");
        RunId run = accept("a");
        store().outbox().store(run, List.of(ready)).join();
        reopen();

        var delivery = new Delivery(clock.instant(), "embedded", "SUCCESS");
        store().outbox().acknowledged(run, ready.id(), delivery).join();

        assertThat(store().outbox().last("argo", "a/b/1.bufr")).isPresent();
        assertRefused(
                store().outbox().acknowledged(run, UUID.randomUUID().toString(), delivery),
                "has no notification");
    }

    @Test
    void what_waits_for_a_broker_is_not_the_last_that_one_acknowledged() {
        assertThat(store().outbox().lastAcknowledged()).isEmpty();
        RunId run = accept("a");
        Ready sent = ready("1");
        store().outbox().store(run, List.of(sent, ready("2"))).join();
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        store().outbox().acknowledged(run, sent.id(), new Delivery(at, "embedded", "ok")).join();

        assertThat(store().outbox().lastAcknowledged()).hasValue(at);
        assertThat(store().outbox().lastAcknowledged("argo")).hasValue(at);
        assertThat(store().outbox().lastAcknowledged("synop")).isEmpty();
    }

    @Test
    void what_brokers_acknowledged_is_counted_by_dataset_on_its_own_day() {
        RunId run = accept("a");
        List<Ready> assets = List.of(ready("1"), ready("2"), ready("3"));
        Ready other = of("synop", ready("4"));
        store().outbox().store(run, assets).join();
        RunId second = accept("b");
        store().outbox().store(second, List.of(other)).join();
        LocalDate received = today();
        acknowledge(run, assets.get(0));
        advance(Duration.ofDays(1));
        acknowledge(run, assets.get(1));
        acknowledge(run, assets.get(2));
        acknowledge(second, other);
        acknowledge(run, assets.get(2));
        reopen();
        acknowledge(run, assets.get(0));

        assertThat(store().outbox().countAcknowledged(received, received))
                .containsExactly(Map.entry("argo", 1L));
        assertThat(store().outbox().countAcknowledged(today(), today()))
                .containsOnly(Map.entry("argo", 2L), Map.entry("synop", 1L));
        assertThat(store().outbox().countAcknowledged(received, today()))
                .containsOnly(Map.entry("argo", 3L), Map.entry("synop", 1L));
        assertThat(store().archive().ledger(today())).isEmpty();
        assertThat(store().archive().counts()).containsEntry(RunState.WAITING, 2L);
    }

    @Test
    void what_was_acknowledged_before_it_was_counted_is_counted_once() throws SQLException {
        RunId run = accept("a");
        List<Ready> notifications = List.of(ready("1"), ready("2"), ready("3"));
        store().outbox().store(run, notifications).join();
        acknowledge(run, notifications.get(0));
        acknowledge(run, notifications.get(1));
        store().close();
        execute("DELETE FROM flyway_schema_history WHERE version IN ('8', '9', '10')");
        execute("DROP INDEX run_changed");
        execute("DELETE FROM tally WHERE source = ''");
        execute("ALTER TABLE tally DROP COLUMN published");
        execute("ALTER TABLE tally DROP COLUMN published_at");

        reopen();

        assertThat(store().outbox().countAcknowledged(today(), today()))
                .containsExactly(Map.entry("argo", 2L));
        assertThat(store().outbox().lastAcknowledged("argo")).hasValue(clock.instant());
        acknowledge(run, notifications.get(2));
        assertThat(store().outbox().countAcknowledged(today(), today()))
                .containsExactly(Map.entry("argo", 3L));
        assertThat(store().archive().counts()).containsEntry(RunState.WAITING, 1L);
    }

    @Test
    void the_last_acknowledgement_of_a_dataset_is_found_behind_all_that_waits() {
        RunId run = accept("a");
        Ready sent = ready("1");
        List<Ready> waiting = IntStream.range(2, 70).mapToObj(i -> ready("" + i)).toList();
        store().outbox().store(run, List.of(sent)).join();
        Instant at = Instant.parse("2026-11-22T10:00:00Z");
        store().outbox().acknowledged(run, sent.id(), new Delivery(at, "embedded", "ok")).join();
        store().outbox().store(accept("b"), waiting).join();

        assertThat(store().outbox().lastAcknowledged("argo")).hasValue(at);
    }

    @Test
    void the_last_acknowledgement_of_a_dataset_is_the_latest_although_an_old_one_went_out_late() {
        RunId first = accept("a");
        Ready late = ready("1");
        store().outbox().store(first, List.of(late)).join();
        RunId second = accept("b");
        Ready inTime = ready("2");
        store().outbox().store(second, List.of(inTime)).join();
        acknowledge(second, inTime);
        advance(Duration.ofDays(2));
        acknowledge(first, late);
        Instant at = clock.instant();
        advance(Duration.ofDays(2));
        RunId others = accept("c");
        List<Ready> many =
                IntStream.range(0, 1_000).mapToObj(i -> of("synop", ready("x" + i))).toList();
        store().outbox().store(others, many).join();
        many.forEach(ready -> acknowledge(others, ready));

        assertThat(store().outbox().lastAcknowledged("argo")).hasValue(at);
        assertThat(store().outbox().lastAcknowledged("synop")).hasValue(clock.instant());
        reopen();
        acknowledge(second, inTime);
        assertThat(store().outbox().lastAcknowledged("argo")).hasValue(clock.instant());
    }

    private void acknowledge(RunId run, Ready ready) {
        store().outbox()
                .acknowledged(run, ready.id(), new Delivery(clock.instant(), "embedded", "SUCCESS"))
                .join();
    }

    private static Ready of(String dataset, Ready ready) {
        return with(dataset, ready.rel(), ready);
    }
}
