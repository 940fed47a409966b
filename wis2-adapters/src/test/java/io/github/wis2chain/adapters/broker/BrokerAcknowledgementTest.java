package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;
import static io.github.wis2chain.adapters.broker.TestBroker.PRODUCER;
import static io.github.wis2chain.adapters.broker.TestBroker.connected;
import static io.github.wis2chain.adapters.broker.TestBroker.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.wis2chain.engine.run.JournalUnavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A producer is answered when its event is in the journal, and not before.
final class BrokerAcknowledgementTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    private static final int SILENT_MILLIS = 300;

    @ParameterizedTest
    @CsvSource({"1,4", "2,5"})
    void an_acknowledgement_waits_for_the_commit(int qos, int answer) throws Exception {
        var commit = BROKER.journal.hold();
        try (var client = BROKER.producer("held-" + qos)) {
            client.publish(EVENTS, "first", 1, qos, false);
            client.publish(EVENTS, "second", 2, qos, false);

            await().until(() -> BROKER.journal.arrivals().size() == 2);
            assertThat(client.read(SILENT_MILLIS)).isEqualTo(RawMqtt.SILENCE);

            commit.complete(HeldJournal.RECEIPT);
            assertThat(client.read()).isEqualTo(answer);
            assertThat(client.read()).isEqualTo(answer);
        }
    }

    @Test
    void a_journal_that_fails_ends_the_connection_without_acknowledgement() throws Exception {
        var commit = BROKER.journal.hold();
        try (var client = BROKER.producer("unlucky")) {
            client.publish(EVENTS, "first", 1, 1, false);
            await().until(() -> BROKER.journal.arrivals().size() == 1);

            commit.completeExceptionally(new IllegalStateException("no space left on device"));

            assertThat(client.read()).isEqualTo(RawMqtt.CLOSED);
        }
        BROKER.journal.reset();
        try (var client = BROKER.producer("unlucky")) {
            client.publish(EVENTS, "first", 1, 1, true);
            assertThat(client.read()).isEqualTo(RawMqtt.PUBACK);
        }
    }

    @Test
    void an_event_of_qos_0_that_is_lost_ends_the_connection_too() throws Exception {
        BROKER.journal.refuse(new JournalUnavailable("too much waits"));
        try (var client = BROKER.producer("careless")) {
            client.publish(EVENTS, "first", 0, 0, false);
            client.publish(EVENTS, "behind it", 0, 0, false);

            assertThat(client.read()).isEqualTo(RawMqtt.CLOSED);
        }
        BROKER.journal.reset();
        try (var client = BROKER.producer("careless")) {
            client.publish(EVENTS, "next", 1, 1, false);
            assertThat(client.read()).isEqualTo(RawMqtt.PUBACK);
        }
        assertThat(BROKER.journal.texts()).containsExactly("next");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void an_intake_that_throws_is_no_acknowledgement(int qos) throws Exception {
        BROKER.journal.breakDown(new OutOfMemoryError("a very large event"));
        try (var client = BROKER.producer("broken-" + qos)) {
            client.publish(EVENTS, "first", 1, qos, false);

            assertThat(client.read()).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @Test
    void a_journal_that_is_behind_is_waited_for_in_order() throws Exception {
        BROKER.journal.refuse(new JournalUnavailable("too much waits"));
        try (var client = BROKER.producer("patient")) {
            client.publish(EVENTS, "first", 1, 1, false);
            client.publish(EVENTS, "second", 2, 1, false);

            await().until(() -> BROKER.journal.arrivals().size() >= 3);
            assertThat(BROKER.journal.texts()).containsOnly("first");

            BROKER.journal.accept();
            assertThat(client.read()).isEqualTo(RawMqtt.PUBACK);
            assertThat(client.read()).isEqualTo(RawMqtt.PUBACK);
            assertThat(BROKER.journal.texts()).endsWith("first", "second");
        }
    }

    @Test
    void a_journal_that_never_answers_ends_the_connection_when_patience_ends() throws Exception {
        var _ = BROKER.journal.hold();
        try (var client = BROKER.producer("waited")) {
            client.publish(EVENTS, "first", 1, 1, false);

            assertThat(client.read()).isEqualTo(RawMqtt.CLOSED);
        }
    }

    @Test
    void one_producer_waiting_for_the_journal_does_not_hold_up_others() throws Exception {
        var commit = BROKER.journal.hold();
        try (var waiting = BROKER.producer("waiting")) {
            waiting.publish(EVENTS, "held", 1, 1, false);
            await().until(() -> BROKER.journal.arrivals().size() == 1);
            BROKER.journal.accept();
            for (int i = 0; i < 4; i++) {
                var other = connected(BROKER.port(), PRODUCER, "other-" + i);
                publish(other, EVENTS, "not held");
                other.disconnect();
            }
            commit.complete(HeldJournal.RECEIPT);
            assertThat(waiting.read()).isEqualTo(RawMqtt.PUBACK);
        }
    }
}
