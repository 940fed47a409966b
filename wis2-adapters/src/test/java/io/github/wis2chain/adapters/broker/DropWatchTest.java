package io.github.wis2chain.adapters.broker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class DropWatchTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Instant now = NOON;
    private final DropWatch drops = new DropWatch(() -> now);

    @Test
    void what_was_dropped_is_told_once() {
        assertThat(drops.look(3)).isEqualTo(3);
        assertThat(drops.look(3)).isZero();
        assertThat(drops.look(5)).isEqualTo(2);
    }

    @Test
    void the_last_drop_stays_known() {
        assertThat(drops.last()).isEmpty();
        drops.look(1);
        now = NOON.plusSeconds(60);
        drops.look(1);

        assertThat(drops.last()).contains(NOON);
    }

    @Test
    void the_broker_is_unwell_for_a_quarter_of_an_hour_after_a_drop() {
        var status = status(2, Optional.of(NOON));

        assertThat(status.healthy(NOON)).isFalse();
        assertThat(status.healthy(NOON.plus(Duration.ofMinutes(15)).minusMillis(1))).isFalse();
        assertThat(status.healthy(NOON.plus(Duration.ofMinutes(15)))).isTrue();
    }

    @Test
    void a_drop_stays_counted_when_the_broker_is_well_again() {
        assertThat(status(2, Optional.of(NOON)).text())
                .isEqualTo(
                        "1 client is connected; 2 messages were dropped since the start, last at"
                                + " 2026-03-01T12:00:00Z, for subscribers that do not keep up or"
                                + " take smaller packets only.");
        assertThat(status(0, Optional.empty()).text())
                .isEqualTo("1 client is connected; no message was dropped since the start.");
    }

    @Test
    void refused_connections_are_told() {
        assertThat(refusing(1).text())
                .isEqualTo(
                        "1 client is connected; 1 connection was refused since the start, because"
                                + " there were too many; no message was dropped since the start.");
        assertThat(refusing(2).text()).contains("; 2 connections were refused since the start,");
    }

    private static BrokerStatus refusing(long refused) {
        return new BrokerStatus(List.of(), 1, 1, 1, 0, 9, 9, 0, Optional.empty(), refused, 0);
    }

    private static BrokerStatus status(long dropped, Optional<Instant> lastDrop) {
        return new BrokerStatus(List.of(), 1, 1, 1, 0, 9, 9, dropped, lastDrop, 0, 0);
    }
}
