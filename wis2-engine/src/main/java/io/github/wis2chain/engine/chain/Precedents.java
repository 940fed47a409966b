package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Failure;
import io.github.wis2chain.engine.run.Ids;
import io.github.wis2chain.engine.run.RunId;
import io.github.wis2chain.engine.run.StepFailure;
import io.github.wis2chain.standards.wnm.LinkRelation;

import java.time.Instant;
import java.util.Optional;

/// What went out before under the same `data_id`, and the order that is kept among its versions.
record Precedents(Outbox outbox) {

    /// The last notification that is, or may be, out in the world.
    ///
    /// @throws StepFailure temporary, `STORE_UNAVAILABLE`, if that cannot be read
    Optional<Outbox.LastPublished> last(String dataset, String dataId) {
        try {
            return outbox.last(dataset, dataId);
        } catch (RuntimeException unreadable) {
            throw unreadable(dataId, unreadable);
        }
    }

    /// The notification that has this id already, if one was ever stored.
    ///
    /// @throws StepFailure temporary, `STORE_UNAVAILABLE`, if that cannot be read
    Optional<Outbox.Published> withId(String id) {
        try {
            return outbox.find(id);
        } catch (RuntimeException unreadable) {
            throw unreadable("the id " + id, unreadable);
        }
    }

    private static StepFailure unreadable(String what, RuntimeException cause) {
        return new StepFailure(
                Failure.temporary(
                        FailureCode.STORE_UNAVAILABLE,
                        "What was published before for %s could not be read: %s."
                                .formatted(what, cause.getMessage())),
                cause);
    }

    /// Why a run may announce nothing any more under a `data_id`, if that is so: an event that came
    /// later was faster.
    static Optional<String> superseded(
            String dataId, Optional<Outbox.LastPublished> last, RunId run, Instant now) {
        return last.filter(before -> Ids.isLater(before.arrivedBy(), run, now))
                .map(before ->
                        "Nothing to publish for %s: run %s, which came later, %s at %s."
                                .formatted(
                                        dataId,
                                        before.arrivedBy(),
                                        before.acknowledged() ? "was published" : "was sent",
                                        before.at()));
    }

    /// Why there is nothing to announce, if it is certain that the world has it already.
    ///
    /// @param fingerprint of what would be announced; counts for nothing in a withdrawal
    static Optional<String> unchanged(
            String dataId,
            Optional<Outbox.LastPublished> last,
            boolean withdrawn,
            String fingerprint) {
        return last.filter(Outbox.LastPublished::acknowledged)
                .filter(before ->
                        withdrawn
                                ? isDeletion(before)
                                : !isDeletion(before) && before.fingerprint().equals(fingerprint))
                .map(before ->
                        "Nothing to publish for %s: it is unchanged since %s."
                                .formatted(dataId, before.at()));
    }

    /// Whether something is, or may be, out in the world that was not withdrawn for certain: an
    /// unanswered deletion may have failed to withdraw what was there.
    static boolean isOut(Optional<Outbox.LastPublished> last) {
        return last.filter(before -> !before.acknowledged() || !isDeletion(before)).isPresent();
    }

    /// What may be out in the world is updated: whoever has it replaces it, and whoever does not takes
    /// the update for new, while a second `canonical` is dropped as known.
    static LinkRelation relation(Optional<Outbox.LastPublished> last) {
        return isOut(last) ? LinkRelation.UPDATE : LinkRelation.CANONICAL;
    }

    private static boolean isDeletion(Outbox.LastPublished before) {
        return before.rel().equals(LinkRelation.DELETION.wireName());
    }

    /// The name under which runs wait for each other.
    static String thing(String dataset, String dataId) {
        return dataset + " " + dataId;
    }
}
