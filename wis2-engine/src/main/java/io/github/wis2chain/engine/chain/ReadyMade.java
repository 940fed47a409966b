package io.github.wis2chain.engine.chain;

import io.github.wis2chain.engine.run.Payload;
import io.github.wis2chain.standards.wnm.NotificationMessage;

/// A notification that somebody else has made: it goes out with its own id and the very bytes that
/// came.
record ReadyMade(NotificationMessage message, Payload bytes, Destination destination)
        implements Announceable {}
