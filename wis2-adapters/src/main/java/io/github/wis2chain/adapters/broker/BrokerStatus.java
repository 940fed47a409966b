package io.github.wis2chain.adapters.broker;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// How the embedded broker is, at one moment.
///
/// @param listeners the doors with their actual ports
/// @param connections clients connected
/// @param sessions sessions kept, of connected and of absent clients
/// @param subscriptions subscriptions of all sessions
/// @param retained retained messages kept
/// @param received messages published to it since the start
/// @param sent messages that it sent to subscribers since the start
/// @param dropped messages that it had to drop since the start: full queues, subscribers of QoS 0
///     that were too slow, packets larger than a subscriber takes
/// @param lastDrop when it last had to
/// @param refused connections that it refused since the start, because there were as many as there
///     may be
/// @param publishing messages of this process on their way into it
public record BrokerStatus(
        List<BrokerListener> listeners,
        long connections,
        long sessions,
        long subscriptions,
        long retained,
        long received,
        long sent,
        long dropped,
        Optional<Instant> lastDrop,
        long refused,
        long publishing) {

    /// For so long after a drop somebody shall look; the count stays.
    private static final Duration UNWELL_AFTER_DROP = Duration.ofMinutes(15);

    public BrokerStatus {
        listeners = List.copyOf(listeners);
    }

    /// Whether no message was dropped in the last quarter of an hour.
    public boolean healthy(Instant now) {
        return lastDrop.map(drop -> !now.isBefore(drop.plus(UNWELL_AFTER_DROP))).orElse(true);
    }

    /// One sentence: who is there and who was refused, and what was dropped, when and why.
    public String text() {
        String here = count(connections, "client is connected", "clients are connected");
        String away =
                refused == 0
                        ? ""
                        : "; %s refused since the start, because there were too many"
                                .formatted(count(refused, "connection was", "connections were"));
        return lastDrop.map(drop ->
                        "%s%s; %s dropped since the start, last at %s, for subscribers that do not keep up or take smaller packets only."
                                .formatted(
                                        here,
                                        away,
                                        count(dropped, "message was", "messages were"),
                                        drop.truncatedTo(ChronoUnit.SECONDS)))
                .orElse("%s%s; no message was dropped since the start.".formatted(here, away));
    }

    private static String count(long number, String one, String many) {
        return "%d %s".formatted(number, number == 1 ? one : many);
    }
}
