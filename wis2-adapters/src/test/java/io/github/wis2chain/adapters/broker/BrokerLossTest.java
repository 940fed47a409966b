package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.wis2chain.engine.run.JournalUnavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/// What becomes of events of QoS 0, which nobody sends again.
final class BrokerLossTest {

    @RegisterExtension static final RunningBroker BROKER = new RunningBroker();

    @Test
    void an_event_that_is_turned_away_is_lost_at_once_and_all_behind_it() throws Exception {
        BROKER.journal.refuse(new JournalUnavailable("too much waits"));
        try (var client = BROKER.producer("hasty")) {
            for (int i = 0; i < 100; i++) {
                client.publish(EVENTS, "event " + i, 0, 0, false);
            }
            assertThat(client.read()).isEqualTo(RawMqtt.CLOSED);
        }
        assertThat(BROKER.journal.texts()).containsExactly("event 0");
    }

    @Test
    void a_loss_is_told_though_an_event_that_is_acknowledged_was_refused_before() throws Exception {
        var later = BROKER.journal.hold();
        String log;
        try (var client = BROKER.producer("mixed")) {
            client.publish(EVENTS, "lost", 0, 0, false);
            client.publish(EVENTS, "lost too", 0, 0, false);
            await().until(() -> BROKER.journal.arrivals().size() == 2);
            var sooner = BROKER.journal.hold();
            client.publish(EVENTS, "refused", 1, 1, false);
            await().until(() -> BROKER.journal.arrivals().size() == 3);

            log =
                    logOf(() -> {
                        sooner.completeExceptionally(new IllegalStateException("no space left"));
                        assertThat(client.read()).isEqualTo(RawMqtt.CLOSED);
                        later.completeExceptionally(new IllegalStateException("no space left"));
                    });
        }

        assertThat(log).containsOnlyOnce("was lost, because it came with QoS 0");
        assertThat(log).containsOnlyOnce("so that it sends the event again");
    }

    @Test
    void a_loss_of_a_connection_that_has_ended_leaves_the_next_one_alone() throws Exception {
        var commit = BROKER.journal.hold();
        try (var before = BROKER.producer("comes-back")) {
            before.publish(EVENTS, "late", 0, 0, false);
            await().until(() -> BROKER.journal.arrivals().size() == 1);
            BROKER.journal.accept();
            try (var after = BROKER.producer("comes-back")) {
                assertThat(before.read()).isEqualTo(RawMqtt.CLOSED);

                commit.completeExceptionally(new IllegalStateException("no space left"));

                assertThat(after.read(1_000)).isEqualTo(RawMqtt.SILENCE);
                after.publish(EVENTS, "next", 1, 1, false);
                assertThat(after.read()).isEqualTo(RawMqtt.PUBACK);
            }
        }
        assertThat(BROKER.journal.texts()).containsExactly("late", "next");
    }

    private interface Action {

        void run() throws Exception;
    }

    /// What is logged meanwhile.
    private static String logOf(Action action) throws Exception {
        PrintStream usual = System.out;
        var log = new ByteArrayOutputStream();
        System.setOut(new PrintStream(log, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setOut(usual);
        }
        return log.toString(UTF_8);
    }
}
