package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.Window;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/// Keeps what goes out: stored before it is sent, acknowledged when the broker has it.
public interface Outbox {

    /// Stores the notifications of a run; complete when they are on disk.
    CompletableFuture<Void> store(RunId run, List<Ready> notifications);

    /// The stored notifications of a run, in the order in which they were stored; empty if none.
    List<Ready> of(RunId run);

    /// Records a broker's acknowledgement. Writes are applied in the order in which they are handed
    /// over, so it is durable no later than the outcome of the run, which is handed over after it.
    CompletableFuture<Void> acknowledged(RunId run, String notificationId, Delivery delivery);

    /// Records that a notification was handed to a broker whose acknowledgement did not come: it may
    /// be out in the world or not. Applied in order, like an acknowledgement.
    CompletableFuture<Void> unanswered(RunId run, String notificationId);

    /// What was last acknowledged, or left unanswered, under this `data_id` of this dataset.
    Optional<LastPublished> last(String dataset, String dataId);

    /// The latest that is known of a `data_id`.
    ///
    /// @param arrivedBy the run that published it: a run that is older brings nothing new
    /// @param at when it was acknowledged, or its pubtime
    /// @param acknowledged a broker has it for certain
    record LastPublished(
            String notificationId,
            RunId arrivedBy,
            String rel,
            String fingerprint,
            Instant at,
            boolean acknowledged) {}

    /// Notifications acknowledged at or after an instant, oldest first: to be sent once more after
    /// an unclean stop of the embedded broker.
    List<Ready> acknowledgedSince(Instant instant);

    /// When a broker last acknowledged one.
    Optional<Instant> lastAcknowledged();

    /// The same of a dataset, however many of its notifications wait for a broker since.
    Optional<Instant> lastAcknowledged(String dataset);

    /// How many notifications a broker acknowledged on these days (UTC), by dataset; a dataset of which
    /// none was is left out. Each counts once, on the day of its first acknowledgement.
    ///
    /// @param to the last day
    Map<String, Long> countAcknowledged(LocalDate from, LocalDate to);

    /// Notifications newest first, for lists.
    List<Published> latest(Optional<String> dataset, Optional<Long> before, int limit);

    /// Notifications, newest first. A search that has to look at very many may end early: what it
    /// has not seen then is behind {@link Found#next()}.
    Found published(NotificationFilter filter, Window window);

    /// Notifications of a window.
    ///
    /// @param notifications newest first
    /// @param next the number to go on behind, in the direction of the window; empty at the end
    record Found(List<Published> notifications, OptionalLong next) {
        public Found {
            notifications = List.copyOf(notifications);
        }
    }

    /// The notification of this id, if it was ever stored. Of several runs that have the same one, that
    /// whose notification was acknowledged.
    Optional<Published> find(String notificationId);

    /// A notification with its place in the order of storing.
    ///
    /// @param number grows with every notification stored; the key of the next page
    record Published(long number, RunId run, Ready notification) {}
}
