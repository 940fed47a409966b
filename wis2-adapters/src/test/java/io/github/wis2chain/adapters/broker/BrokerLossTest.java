package io.github.wis2chain.adapters.broker;

import static io.github.wis2chain.adapters.broker.RunningBroker.EVENTS;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.wis2chain.engine.run.JournalUnavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
}
