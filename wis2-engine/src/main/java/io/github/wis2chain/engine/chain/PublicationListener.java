package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Event;
import io.github.wis2chain.engine.run.RunId;

/// Told of every notification that a broker acknowledged, as soon as that is handed to the store: for
/// counters and onlookers, not for decisions.
@FunctionalInterface
public interface PublicationListener {

    /// Tells nobody.
    PublicationListener NONE = (_, _, _) -> {};

    /// Tells of one notification.
    ///
    /// @param event what it was made of
    /// @param notification with the broker's acknowledgement
    void published(RunId run, Event event, Ready notification);
}
